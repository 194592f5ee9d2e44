"""English sentences to speak: quotations from Debian's `fortunes`, templates, and strings of dictionary words.

Every word is in the pronouncing dictionary (lexicon.py), so that what the synthesizer says and what
the tokenizer spells agree. The fortunes are only read aloud here; no text of theirs is shipped.
"""
import pathlib
import random
import re

from lexicon import pronounce

FORTUNES = "/usr/share/games/fortunes"

SUBJECTS = """I|You|He|She|We|They|My sister|Her uncle|The doctor|A farmer|Our teacher|The girl|Some people|The boys
My neighbor|His mother|The driver|Mary|John|Peter|Anna|That man|The woman|Everyone|The manager|A student|The captain
Doctor Brown|Michael|Susan|My grandfather|The young lady|Nobody|Somebody|Your cousin""".replace("\n", "|").split("|")
PAST = """saw found lost wanted needed liked bought sold made took gave kept left carried opened closed washed fixed broke
painted remembered missed heard watched loved hated dropped moved sent used drew cleaned counted showed threw""".split()
ADJECTIVES = """old new big small red green white black warm cold long short young quiet loud heavy light strange simple
dark bright clean dirty broken empty full happy sad soft hard sweet sharp round yellow brown gray deep thin rich poor
famous modern orange huge tiny""".split()
NOUNS = """house car dog cat book letter picture window door chair table phone computer garden river road city town village
school office kitchen room bed shirt hat coat shoe bag box cup plate knife spoon apple cake bread cheese egg fish bird
horse cow tree flower stone hill field lake boat plane bus bike ticket key clock watch lamp paper pen pencil story song
film game ball ring gift card map coin bottle basket blanket mirror ladder fence roof wall floor bridge church tower
market shop store park beach island forest machine engine camera radio newspaper question answer problem idea plan job
lighthouse ship harbor measure treasure judge bath tooth thumb toy voice joy""".split()
PLACES = """in the morning|at home|near the river|at school|in the garden|on the table|by the window|after dinner
before lunch|last week|last night|on Friday|on Monday|in the summer|in the city|at work|under the bed|behind the house
across the street|yesterday|today|every day|on the way home|in the kitchen|at the market|two years ago|next to the door
in the rain|with my friend|for the first time|without a word|again|this afternoon""".replace("\n", "|").split("|")
VERBS = """go stay work eat sleep read write sing dance swim run walk drive travel wait help talk listen learn play cook
pay call leave stop start begin try""".split()
ADVERBS = """now|later|soon|here|there|together|alone|quickly|slowly|tomorrow|tonight|next week|at night|with us
with them|for a while|in the evening|at five|all day|outside|inside|too""".replace("\n", "|").split("|")
PHRASES = """Yes.|No.|Thank you.|Hello.|Good morning.|Good night.|How are you?|I am fine, thanks.|Nice to meet you.
What do you think?|I agree.|Of course.|Sure, no problem.|Maybe later.|See you soon.|Have a nice day.|I am sorry.
That is great.|Really?|Why not?|Well, it depends.|Let me see.|I have no idea.|That sounds good.|What time is it?
Are you sure?|Come in, please.|Sit down.|Be careful.|Happy birthday.|Good luck.|It is raining.|I am hungry.
Never mind.|Wait a minute.|Oh no.|See what?|Did you see that?|That light.|I don't know.|It's nothing.|We can't stay.
You're right.|I'm not so sure.|Don't worry.|They won't come.|What's that?|Look at this!|Listen.|Shall we go?|Oh, really?
Okay.|All right.|Who is there?|Not yet.|I told you so.|Never again.|Hurry up!|What happened?|Where are we?
""".strip().replace("\n", "|").split("|")
NUMBERS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million""".split()


def with_article(words):
    return ("an " if words[0] in "aeiou" else "a ") + words


def template(rng, common):
    """One made sentence."""
    pick = rng.choice
    noun, adjective, place, verb = (lambda: pick(NOUNS)), (lambda: pick(ADJECTIVES)), (lambda: pick(PLACES)), (lambda: pick(VERBS))
    makers = [
        lambda: pick(PHRASES),
        lambda: f"{pick(SUBJECTS)} {pick(PAST)} the {adjective()} {noun()}.",
        lambda: f"{pick(SUBJECTS)} {pick(PAST)} {with_article(noun())} {place()}.",
        lambda: f"Where did {pick(['you', 'they', 'he', 'she'])} put the {noun()}?",
        lambda: f"{pick(['Can', 'Could', 'Will', 'Should', 'Did', 'Do'])} {pick(['you', 'we', 'they', 'I'])} {verb()} {pick(ADVERBS)}?",
        lambda: f"The {noun()} is {adjective()}{pick([',', ''])} and the {noun()} is {adjective()}.",
        lambda: f"{pick(['I want to', 'We have to', 'You can', 'They will', 'Let us', 'He tried to', 'She would like to', 'I used to'])} {verb()} {pick(ADVERBS)}.",
        lambda: f"There {pick(['is', 'was'])} {with_article(adjective())} {noun()} {place()}.",
        lambda: f"{pick(NUMBERS[:27]).capitalize()} {noun()}s and {pick(NUMBERS[:27])} {noun()}s.",
        lambda: f"{pick(['How many', 'Which', 'Whose'])} {noun()}s {pick(['do you have', 'did he buy', 'are here', 'were lost', 'can we see'])}?",
        lambda: f"{pick(['Please', 'Never', 'Do not', 'Always'])} {pick(['open', 'close', 'move', 'touch', 'bring', 'take', 'leave', 'find', 'read'])} the {adjective()} {noun()}.",
        lambda: f"It is {pick(NUMBERS[:12])} {pick(['thirty', 'fifteen', 'twenty', 'forty five', 'past noon'])}.",
        lambda: f"{pick(['I think', 'He said', 'Maybe', 'She knows', 'We hope', 'You know'])} the {noun()} {pick(['was', 'is', 'will be'])} {adjective()}{pick([', ' + place(), ''])}.",
        lambda: " ".join(pick(NUMBERS) for _ in range(rng.randint(2, 6))).capitalize() + ".",
        lambda: f"{pick(PHRASES)} {pick(SUBJECTS)} {pick(PAST)} the {noun()}.",
        lambda: " ".join(pick(common) for _ in range(rng.randint(2, 7))).capitalize() + pick(".?!"),
    ]
    return pick(makers)()


def plain(sentence):
    """For comparing sentences: lower case, letters only."""
    return re.sub(r"[^a-z ]", "", sentence.lower()).strip()


def natural(lexicon, folder=FORTUNES, longest=84):
    """(sentences, common words) of the fortunes; only sentences whose every word is in the lexicon."""
    sentences, count = set(), {}
    for path in sorted(pathlib.Path(folder).iterdir()):
        if path.suffix or not path.is_file():
            continue
        for paragraph in re.split(r"\n%\n|\n\s*\n", path.read_text(errors="ignore")):
            text = re.sub(r"\s+", " ", paragraph.split("--")[0]).strip().strip('"')
            for sentence in re.split(r"(?<=[.?!])\s+", text):
                sentence = sentence.strip('"')
                words = re.findall(r"[a-z']+", sentence.lower())
                for word in words:
                    count[word] = count.get(word, 0) + 1
                if (re.fullmatch(r"[A-Z][a-z',;A-Z -]+[.?!]", sentence) and 2 <= len(words) <= 16
                        and len(sentence) <= longest and not re.search(r"[A-Z]{2}|(?<!\w)'|'(?!\w)| -", sentence)
                        and all(pronounce(w, lexicon) for w in words)):
                    sentences.add(sentence)
    common = [w for w, c in sorted(count.items()) if c >= 3 and w in lexicon and len(w) > 1]
    return sorted(sentences), common


def stream(lexicon, seed, exclude=(), share=(.55, .3)):
    """Endless sentences: `share` of natural ones and of templates, the rest strings of dictionary words."""
    rng = random.Random(seed)
    sentences, common = natural(lexicon)
    rng.shuffle(sentences)
    rare = sorted(w for w in lexicon if re.fullmatch("[a-z]{3,9}", w))
    banned, seen, position = {plain(s) for s in exclude}, set(), 0
    print(f"{len(sentences)} natural sentences, {len(common)} common words, {len(rare)} dictionary words", flush=True)
    while True:
        kind = rng.random()
        if kind < share[0]:
            if position == len(sentences):
                rng.shuffle(sentences)
                position = 0
                seen.clear()
            sentence = sentences[position]
            position += 1
        elif kind < sum(share):
            sentence = template(rng, common)
        else:
            words = [rng.choice(common if rng.random() < .6 else rare) for _ in range(rng.randint(1, 6))]
            sentence = (", " if rng.random() < .2 else " ").join(words).capitalize() + rng.choice(".......?!")
        if plain(sentence) in banned or (sentence in seen and sentence not in PHRASES):
            continue
        seen.add(sentence)
        yield sentence
