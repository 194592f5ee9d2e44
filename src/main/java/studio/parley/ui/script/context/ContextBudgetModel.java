package studio.parley.ui.script.context;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import studio.parley.studio.document.model.Document;
import studio.parley.studio.model.LoadedModel;
import studio.parley.studio.project.render.ContextBudget;
import studio.parley.studio.project.render.ContextBudgets;
import studio.parley.ui.kit.FxThread;
import studio.parley.ui.session.ProjectSession;

/** The context budget of one line, computed in the background when typing pauses; empty while there is no model. JavaFX thread only. */
final class ContextBudgetModel {
    /** A budget and its line. */
    record Known(String line, ContextBudget budget) {}

    private final ProjectSession session;
    private final ReadOnlyObjectWrapper<Optional<Known>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final PauseTransition rest = new PauseTransition(Duration.millis(200));
    private Optional<LoadedModel> model = Optional.empty();
    private Optional<ContextBudgets> reckoner = Optional.empty();
    private Optional<String> line = Optional.empty();
    private Optional<Document> asked = Optional.empty();

    ContextBudgetModel(ProjectSession session) {
        this.session = session;
        rest.setOnFinished(e -> reckon());
        session.speech().defaultsProperty().subscribe(d -> again());
    }

    ReadOnlyObjectProperty<Optional<Known>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    Optional<ContextBudget> of(String wanted) {
        return known.get().filter(k -> k.line().equals(wanted)).map(Known::budget);
    }

    /** Keeps the budget of this line up to date from now on. */
    void want(String wanted) {
        boolean same = line.equals(Optional.of(wanted)) && asked.filter(d -> d == session.document()).isPresent();
        line = Optional.of(wanted);
        if (!same) again();
    }

    private void again() {
        asked = Optional.of(session.document());
        rest.playFromStart();
    }

    private void reckon() {
        var now = session.speech().model();
        if (!now.equals(model)) reckoner = now.map(m -> new ContextBudgets(m, session.project().folder()));
        model = now;
        var of = line.filter(id -> session.document().line(id).isPresent());
        if (reckoner.isEmpty() || of.isEmpty()) return;
        var document = session.document();
        // A line or model that is gone when the result arrives is not an error: another result is on its way.
        reckoner.get().later(document, of.get()).thenAcceptAsync(b -> {
            if (line.equals(of)) known.set(Optional.of(new Known(of.get(), b)));
        }, FxThread.executor());
    }
}
