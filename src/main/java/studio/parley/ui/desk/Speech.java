package studio.parley.ui.desk;

import java.util.Collection;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import studio.parley.render.RenderStatus;

/** The model and its queue as properties. JavaFX thread only. */
public final class Speech implements AutoCloseable {
    private final Desk desk;
    private final ReadOnlyObjectWrapper<String> model = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyStringWrapper description = new ReadOnlyStringWrapper("");
    private final ObservableMap<String, RenderStatus> statuses = FXCollections.observableHashMap();

    Speech(Desk desk) {
        this.desk = desk;
    }

    /** The model's identity as recipes name it; empty until it is known. */
    public ReadOnlyObjectProperty<String> modelProperty() {
        return model.getReadOnlyProperty();
    }

    public String model() {
        return model.get();
    }

    /** "Parley voice · CPU · 1.9× real time". */
    public ReadOnlyStringProperty descriptionProperty() {
        return description.getReadOnlyProperty();
    }

    /** Of lines that wait, are spoken, or failed, by line id; a line that is done leaves. */
    public ObservableMap<String, RenderStatus> statuses() {
        return FXCollections.unmodifiableObservableMap(statuses);
    }

    /** Queues lines, so many takes each; locked lines are left out with a notice. */
    public void render(Collection<String> lines, int takes) {}

    /** Queues all that is missing or stale. */
    public void renderStale() {}

    @Override
    public void close() {}
}
