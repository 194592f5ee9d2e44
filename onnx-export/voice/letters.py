"""Letters to sounds for words outside the dictionary: ordered rules (regular expression, phones), tried from the top.

Each rule rewrites all its matches at once; letters are lower case, what is already rewritten is not matched again.
"""
V, C = "[aeiouy]", "[bcdfghjklmnpqrstvwxz]"
B, E = "(?<![a-z'])", "(?![a-z])"       # beginning and end of a word


RULES = [line.split(" -> ") for line in f"""
{B}kn -> n
{B}gn -> n
{B}wr -> r
{B}ps -> s
{B}wh(?=o) -> hh
{B}rh -> r
{B}x -> z
{B}mc(?=[a-z]) -> m ax0 k
{B}y(?={V}) -> y
mb{E} -> m
mbs{E} -> m z
gn{E} -> n
que{E} -> k
gue{E} -> g
ology -> aa1 l ax0 jh iy0
ological -> ax0 l aa1 jh ih0 k ax0 l
tion -> sh ax0 n
ssion -> sh ax0 n
(?<={V})sion -> zh ax0 n
sion -> sh ax0 n
cian -> sh ax0 n
cious -> sh ax0 s
tious -> sh ax0 s
gious -> jh ax0 s
tial -> sh ax0 l
cial -> sh ax0 l
tient -> sh ax0 n t
cient -> sh ax0 n t
ture{E} -> ch er0
tures{E} -> ch er0 z
(?<={V})sure{E} -> zh er0
ought -> ao1 t
aught -> ao1 t
ough{E} -> ow1
eigh -> ey1
igh -> ay1
augh -> ao1
ious{E} -> iy0 ax0 s
eous{E} -> iy0 ax0 s
ous{E} -> ax0 s
ously{E} -> ax0 s l iy0
(?<=[a-z]{C})able{E} -> ax0 b ax0 l
(?<=[a-z]{C})ably{E} -> ax0 b l iy0
ible{E} -> ax0 b ax0 l
(?<={C}{C})le{E} -> ax0 l
(?<={C}{C})les{E} -> ax0 l z
(?<=[bdfgkptz])le{E} -> ax0 l
(?<=[bdfgkptz])les{E} -> ax0 l z
ism{E} -> ih0 z ax0 m
ment{E} -> m ax0 n t
ments{E} -> m ax0 n t s
ness{E} -> n ax0 s
less{E} -> l ax0 s
ful{E} -> f ax0 l
fully{E} -> f ax0 l iy0
(?<=[a-z]{C})age{E} -> ih0 jh
(?<=[a-z]{C})ages{E} -> ih0 jh ih0 z
(?<=[a-z][a-z])ate{E} -> ey1 t
(?<=[a-z][a-z])ated{E} -> ey1 t ax0 d
(?<=[a-z][a-z])ating{E} -> ey1 t ih0 ng
(?<=[a-z][a-z])ive{E} -> ih0 v
(?<=[a-z][a-z])ice{E} -> ax0 s
(?<=[a-z][a-z])ine{E} -> iy1 n
(?<=[aeiouy][a-z])ing{E} -> ih0 ng
(?<=[aeiouy][a-z][a-z])ing{E} -> ih0 ng
(?<=[a-z][a-z])ings{E} -> ih0 ng z
(?<=[aeiouy][a-z])ingly{E} -> ih0 ng l iy0
(?<=[td])ed{E} -> ax0 d
(?<=[pkfsxc])ed{E} -> t
(?<=[sc]h)ed{E} -> t
(?<=[a-z]{C})ed{E} -> d
(?<=[sxz])es{E} -> ih0 z
(?<=[csg])es{E} -> ih0 z
(?<=[sc]h)es{E} -> ih0 z
(?<=[a-z]{C})er{E} -> er0
(?<=[a-z]{C})ers{E} -> er0 z
(?<=[a-z]{C})or{E} -> er0
(?<=[a-z]{C})ors{E} -> er0 z
(?<=[a-z]{C})ly{E} -> l iy0
(?<=[a-z]{C})al{E} -> ax0 l
(?<=[a-z]{C})als{E} -> ax0 l z
(?<=[a-z]{C})ic{E} -> ih0 k
(?<=[a-z]{C})ics{E} -> ih0 k s
(?<=[a-z]{C})ically{E} -> ih0 k l iy0
(?<=[a-z]{C})on{E} -> ax0 n
(?<=[a-z]{C})en{E} -> ax0 n
(?<=[a-z]{C})an{E} -> ax0 n
(?<=[a-z]{C})um{E} -> ax0 m
(?<=[a-z]{C})us{E} -> ax0 s
(?<=[a-z]{C})ia{E} -> iy0 ax0
(?<=[a-z]{C})a{E} -> ax0
(?<=[a-z])ies{E} -> iy0 z
(?<=[a-z]{C})y{E} -> iy0
{B}({C}|{C}{C})y{E} -> \\1
tch -> ch
sch -> s k
(?<=[aeo])ck -> k
ch(?=[lr]) -> k
ch -> ch
sh -> sh
ph -> f
{B}th(?=(is|at|e[nsmy]|ese|ose|us|an|ough){E}) -> dh
th(?=er) -> dh
the{E} -> dh
th -> th
wh -> w
gh(?={V}) -> g
gh -> 
dge -> jh
dg(?=[iy]) -> jh
ng{E} -> ng
ngs{E} -> ng z
ng(?=[aou{C[1:-1]}]) -> ng g
nk -> ng k
nx -> ng k s
qu -> k w
ck -> k
sc(?=[eiy]) -> s
ssi(?=[ao]) -> sh
cc(?=[eiy]) -> k s
cc -> k
gg -> g
c(?=[eiy]) -> s
{B}g(?=[iy]n) -> jh
g(?=e) -> jh
(?<=[a-z])g(?=[iy]) -> jh
ai(?=r) -> eh1
aire{E} -> eh1 r
are{E} -> eh1 r
ares{E} -> eh1 r z
ear(?={C}) -> er1
ear -> ih1 r
eer -> ih1 r
ere{E} -> ih1 r
ire{E} -> ay1 er0
ires{E} -> ay1 er0 z
oar -> ao1 r
oor -> ao1 r
ore -> ao1 r
our -> ao1 r
ure{E} -> y uh1 r
a(?=(?:{C}|th|st|ng)e[sd]?{E}) -> ey1
a(?={C}ing{E}) -> ey1
e(?={C}e[sd]?{E}) -> iy1
i(?=(?:{C}|th)e[sd]?{E}) -> ay1
o(?=(?:{C}|th)e[sd]?{E}) -> ow1
u(?=(?:{C})e[sd]?{E}) -> uw1
y(?={C}e[sd]?{E}) -> ay1
e{E} -> 
es{E} -> z
{B}e(?=[a-z]) -> eh1
eau -> ow1
aw -> ao1
au -> ao1
ai -> ey1
ay -> ey1
ea -> iy1
ee -> iy1
ei -> iy1
eu -> uw1
ew -> uw1
ey{E} -> iy0
ey -> ey1
ie -> iy1
oa -> ow1
oe{E} -> ow1
oi -> oy1
oo(?=k) -> uh1
oo -> uw1
ou -> aw1
ow{E} -> ow1
ow -> aw1
oy -> oy1
ue{E} -> uw1
ui -> uw1
ar -> aa1 r
(?<=w)or -> er1
or -> ao1 r
er -> er1
ir -> er1
ur -> er1
yr -> ih1 r
a(?=ll) -> ao1
a(?=lk) -> ao1
(?<=[wW])a -> aa1
i(?=nd{E}) -> ay1
i(?=ld{E}) -> ay1
o(?=ld{E}) -> ow1
o(?=lt{E}) -> ow1
o(?=st{E}) -> ow1
o{E} -> ow0
i{E} -> iy0
u{E} -> uw0
a -> ae1
e -> eh1
i -> ih1
o -> aa1
u -> ah1
y -> ih1
bb -> b
cc -> k
dd -> d
ff -> f
ll -> l
mm -> m
nn -> n
pp -> p
rr -> r
ss -> s
tt -> t
vv -> v
zz -> z
b -> b
c -> k
d -> d
f -> f
g -> g
h -> hh
j -> jh
k -> k
l -> l
m -> m
n -> n
p -> p
q -> k
r -> r
s{E} -> z
s -> s
t -> t
v -> v
w -> w
x -> k s
z -> z
""".strip().split("\n") if "\\1" not in line]
