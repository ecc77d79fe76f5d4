//! Words that hold sentences together, by language: written for this program, not taken from any list.
//!
//! The languages in the second half have shorter lists. They are there so that a text in one of them is not
//! taken for its better known neighbour.

/// BCP 47 tag, and the words in lower case. A word that ends in an apostrophe is an elided one. An empty tag
/// stands for several languages that share their words, of which a text tells only that it is none of the others.
pub(super) const WORDS: &[(&str, &str)] = &[
    (
        "en",
        "the of and to a in is that for it was on with as by at be this are from have has had not but they his \
         her he she we you were been an or which their who will would there its said when what after more about \
         if into than them can could him out up over some also because how two other only may should did does \
         while i where our us just all no so your my me these those before between under against during being \
         such through very still then here why",
    ),
    (
        "de",
        "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus \
         er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber \
         vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann \
         unter wir soll eines jahr ich diese dieser wieder keine uhr will zwischen immer was sagte gibt alle seit \
         muss doch jetzt wurden mir uns euch ihr ihm ihn mich dich weil damit sowie wer jeder jede seiner ihrer",
    ),
    (
        "fr",
        "de la le les et des en un une du dans que est pour qui au par sur pas plus ne se avec ce il sont ont été \
         a aux son sa ses mais comme ou leur elle cette nous vous ils fait être même ces tout après deux selon \
         sans entre bien aussi dont très où depuis lors était avait si encore peut contre sous leurs tous je y \
         on alors donc moins celui elles toute toutes avoir notre votre mon ma ainsi l' d' qu' c' n' s' j' jusqu' \
         lorsqu' aujourd'",
    ),
    (
        "es",
        "de la que el en y los del se las por un con no una su para es al lo como más o pero sus le ha sin sobre \
         este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque \
         qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora cada \
         e vida otro después te otros aunque esa eso hace otra gobierno tan durante siempre día tanto ella tres \
         sí dijo gran país según menos estos fueron pueden contra hacer quien según ante estas",
    ),
    (
        "it",
        "di e il la che in per è un a del non una i le con della si da dei al sono più nel delle gli anche come ha \
         alla dal ma o dalla lo nella se ai stato su degli sul era hanno questo essere suo tra cui dopo questa \
         due sua alle fra anni ci stata aveva già quando molto sulla nei tutti prima loro solo nelle dai poi ed \
         perché fatto senza così essere può ancora chi mi fino contro ogni sulle sui quella quello suoi quali \
         dell' l' un' all' nell' dall' sull' d' c' quest'",
    ),
    (
        "pt",
        "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou \
         quando muito nos já também pelo pela até isso ela entre depois sem mesmo aos seus quem nas me esse eles \
         você essa num nem suas meu às minha numa pelos elas qual nós lhe deles essas esses pelas este dele foi \
         são está ser ter há tem era foram disse sobre segundo anos ainda contra onde porque então pode só você \
         vai após durante",
    ),
    (
        "nl",
        "de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij nog uit naar \
         hij door over ze zich hebben heeft wordt worden was werd werden deze dit had geen of tot wel meer ik al \
         kan kunnen moet moeten zo haar hun wij we je jij u wat waar wie mijn zou zal omdat tegen na onder tussen \
         heel veel daar hier alleen volgens andere twee weer toen ons onze hem dus waren men mensen jaar iedereen",
    ),
    (
        "sv",
        "och att det i en som är av för på med den till har de inte om ett men var jag sig från vi så kan han \
         när hade eller ska säger man efter hon vid nu också skulle bara mot under än där blir över mycket här \
         ut vad få sin alla dem detta sina år varit två andra någon något vara in mer enligt måste får även ha \
         kommer hans hennes mellan sedan utan dessa denna mig dig oss er sitt varje hur inga ingen",
    ),
    (
        "da",
        "og at det i en som er af for på med den til har de ikke om et men var jeg sig fra vi så kan han når \
         havde eller skal siger man efter hun ved nu også ville kun mod under end der bliver over meget her ud \
         hvad få sin alle dem dette sine år været to andre nogen noget være blev mere ifølge må efter hvor kunne \
         blive mellem uden disse denne mig dig os jer sit enhver hvis selv hans hendes ingen deres",
    ),
    (
        "nb",
        "og at det i en som er av for på med den til har de ikke om et men var jeg seg fra vi så kan han når \
         hadde eller skal sier man etter hun ved nå også ville bare mot under enn der blir over mye her ut hva \
         få sin alle dem dette sine år vært to andre noen noe være ble mer ifølge må hvor kunne bli mellom uten \
         disse denne meg deg oss dere sitt enhver hvis selv hans hennes ingen deres dette mens gjennom blitt",
    ),
    (
        "fi",
        "ja on ei että se oli mutta hän ovat kun myös joka mukaan kuin sekä tai olla niin ole olisi vain nyt jo \
         ne he sen tämä jos vielä hänen ollut mitä joita jotka jonka sitten kaikki tästä sitä tämän siitä koska \
         minä me te häntä voi ilman kanssa jälkeen ennen vaan eivät eikä olivat noin voidaan joiden niiden \
         itse mikä miten siellä missä sanoo jokaisella tulee sille myöskään vastaan",
    ),
    (
        "pl",
        "w i na z się nie do to że jest o jak po co a od ale za przez są tym tego jego dla był było była jej ich \
         który która które przy już oraz może tylko także ze czy jednak być przed pod będzie tak ma ten ta te \
         tej lub bardzo nad między gdy więc roku lat mu go jako bez jeszcze gdzie sobie kiedy nich ponieważ aby \
         ani został została każdy swoje swoich ku podczas można powiedział",
    ),
    (
        "cs",
        "a se v na je že s z do i to o k ve by jako podle za od po jsou si jeho ale však který která které pro \
         jen již nebo ze při může tak byl bylo byla byli před jak má mezi být také ještě aby už není když co \
         proti její jejich kteří tím této tento tato toho jsem jsme pouze bez roku než nad který každý či nebyl \
         nebyla pak kde řekl protože jí mu ho jim kdy",
    ),
    (
        "sk",
        "a sa v na je že s z do i to o k vo by ako podľa za od po sú si jeho ale však ktorý ktorá ktoré pre len \
         už alebo zo pri môže tak bol bolo bola boli pred aj má medzi byť tiež ešte aby nie keď čo proti jej ich \
         ktorí tým tejto tento táto toho som sme iba bez roku než nad každý či potom kde povedal pretože mu ho \
         im kedy ktorých sme",
    ),
    (
        "hu",
        "a az és hogy nem is egy ez meg csak volt de már mint még ki el ha azt fel pedig vagy sem kell lehet után \
         amely lesz azonban szerint között ezt minden más lett mert nagyon ezek mondta itt ott úgy így illetve \
         aki akik amelyek van vannak nélkül ami által alatt kapcsolatban valamint majd majd ennek annak neki \
         magyar sok több két joga mindenkinek mellett ellen",
    ),
    (
        "ro",
        "de și în a la cu nu o că pe este din care se un pentru mai au fost al ce prin sau sunt lui ale fi către \
         dar acest această după fie are avea toate despre între când fără ca am le îi își unui unei cum doar \
         până decât astfel aceste acestea orice foarte iar ai lor spus într poate ei el ea noi împotriva asupra \
         si sa să",
    ),
    (
        "tr",
        "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne o ise ya her ki var değil ama \
         veya göre diye oldu olduğu eden mi mı yok şey ancak tarafından olduğunu dedi bütün kendi ben biz siz \
         onun onlar bunun önce arasında karşı üzere hiç hem fakat eğer nasıl şu böyle şöyle zaman yıl hakkı",
    ),
    (
        "ca",
        "de la el i que els a en les del per un amb una no es al dels és va ha se com més però són o aquest \
         aquesta pel seu seva també han les ser sobre entre quan ja fins molt hi ho sense tot tots estat després \
         dos segons perquè on qui ni aquests aquestes pels als seus seves l' d' s' n' havia fer fet tota cada",
    ),
    (
        "vi",
        "của và là có không được trong cho một các người này với những đã đến để khi từ cũng về như ra tại vào \
         ông bà trên theo đó năm nhiều bị phải sẽ làm mà còn hay sau đang nhưng nhà lại rằng mọi quyền do bất",
    ),
    // Neighbours.
    (
        "gl",
        "de a o que e do da en un para con non unha os no se na por máis as dos como pero ao el das á seu súa ou \
         cando moi nos xa tamén polo pola ata isto ela entre despois sen mesmo aos seus quen nas eles esa só foi \
         son está ser ter hai ten era foron sobre segundo anos aínda contra onde porque toda persoa dereito",
    ),
    (
        "af",
        "die van en het in is dat op te met vir nie aan wat om ook as maar by nog uit na hy deur oor hulle hom \
         word was hierdie geen of tot meer ek al kan moet sy haar ons jy waar wie sal omdat teen onder tussen \
         baie daar hier alleen ander twee weer toe dus mense jaar elkeen sê gesê 'n dié nie",
    ),
    (
        "et",
        "ja on ei et see oli aga ta ka kui mis ning või oma ole seda kes selle siis välja pärast üle kuid ainult \
         nii need veel juba mida nende olid kas pole olema tema mille kõik enne vastu saab ise ilma iga õigus",
    ),
    (
        "lv",
        "un ir ka no ar par uz tas bija kas arī ne to tika viņš vai bet pie kā jau tā pēc gada ja līdz lai tikai \
         vairāk nav tās kad ļoti šo viņa savu būs pret starp kuru tiesības katram cilvēkam jebkuru",
    ),
    (
        "lt",
        "ir kad yra su iš į buvo tai bet ne kaip jo apie už dėl taip pat nuo kuris ar po tik metų jau jis savo \
         jų turi prie labai nėra būti kurie dar ką ji teisę žmogus kiekvienas arba",
    ),
    (
        "",
        "je i u na se da su za od koji koja koje što s o kao iz te bi će nije ili ali po do bio bila biti sam \
         smo samo kako nakon prema bez pri svoje svoj njegov više već svi sve ima ne to a pravo svako svatko \
         ima može treba između rekao kada ovo taj ovaj također takođe uz radi protiv",
    ),
    (
        "sl",
        "je in v na se da so za od ki z s pa o kot iz ne bi ni ali po do bil bila biti sem smo samo tako tudi \
         pri svoje svoj njegov več že vse ima vsak vsakdo pravico lahko med ko to ta bo bodo še če zaradi sta \
         katerih katere ter kako proti brez",
    ),
    (
        "",
        "yang dan di ini itu dengan untuk dari dalam tidak akan pada adalah juga ke oleh karena ada tersebut \
         dapat bisa saya mereka kami atau sebagai sudah telah lebih orang kata setiap atas berhak hak seperti \
         dia ia kepada tetapi boleh bagi serta secara para antara",
    ),
    (
        "sq",
        "dhe të në për një me që është nga i e së më si nuk edhe ka janë do por u ai kjo ky se këtë tij kanë \
         ose pas duke tyre gjithë kur ishte mund vetëm kundër ndaj drejtë çdo kush",
    ),
    (
        "eu",
        "eta da ez bat ere du izan dira den bere hori zuen beste dute baina egin edo duen izango arte bezala \
         hau da dela behar orain oso hemen eskubidea pertsona guztiek",
    ),
    (
        "is",
        "og að í á er sem til um við það með en ekki var hann fyrir af eru hefur frá svo þess því eða hafa þá \
         hún skal þar verið sé þeir þetta ég yfir eftir mönnum hver rétt eigi",
    ),
    (
        "",
        "na ya wa kwa ni katika za la kuwa cha hii hiyo huo kama pia lakini au vya bila mtu kila haki yake \
         watu hayo wake alisema ili hata kutoka",
    ),
    (
        "",
        "ang ng sa mga na ay at si ni hindi para kay ito niya kung siya isang nang din rin sila may mula ayon \
         bawat tao karapatan kanyang kanilang",
    ),
    (
        "cy",
        "yn y a i ar o yr mae ei wedi bod am gan eu yw hynny ond neu oedd fel bydd ac un hawl pob nid hefyd \
         ddim dim gyda dros mewn eraill ganddo unrhyw",
    ),
    (
        "ga",
        "agus an na a ar i go is le ag tá ní bhí do sé sin chun nó leis ach mar sí dá gach duine ceart chuig \
         bhfuil faoi ina féin",
    ),
    (
        "nn",
        "og at det i ein som er av for på med den til har dei ikkje om eit men var eg seg frå vi så kan han når \
         hadde eller skal seier etter ho ved no også ville berre mot under enn der blir over mykje her ut kva få \
         sin alle dette sine år vore to andre nokon noko vere vart meir kvar korleis òg sjølv mellom utan desse \
         denne meg deg oss",
    ),
    ("eo", "la kaj de en estas ne al por kiu kiuj ke li ĝi sed pri kun per aŭ el ĉiu homo rajton havas tiu"),
    // Written in Cyrillic.
    (
        "ru",
        "и в не на с что по это как к из он для от его но за у а о же так то до было был была были все при или \
         если также мы я они бы их чтобы после уже только когда который которые которая может со во ее этот \
         между есть без под ещё еще этого лет очень вы нет том можно себя ли этой человек каждый имеет",
    ),
    (
        "uk",
        "і в не на з що та до у за це як для від про його але по із й є а також був була було були або який \
         які яка вони ми він вона я має може якщо після буде між їх цього щоб під час більше та чи коли ще \
         років вже при кожна людина право через тільки всі бути без себе",
    ),
    (
        "be",
        "і ў не на з што да у за гэта як для ад пра яго але па а таксама быў была было былі або які якія яны мы \
         ён яна мае можа калі пасля будзе паміж іх каб пад больш ці яшчэ гадоў ужо пры кожны чалавек права праз \
         толькі усе без сябе",
    ),
    (
        "bg",
        "и в не на с че по това как за от е да се са като но до при или ще бе беше който която които след \
         също той тя те може има във със през между над под още само какво към този тази тези бъде без повече \
         което му си ли ни част всеки човек право",
    ),
    (
        "sr",
        "и у на се да је су за од који која које што с о као из те би ће није или али по до био била бити сам \
         смо само како након према без при своје свој његов више већ сви све има не то а право свако може \
         треба између рекао када ово тај овај",
    ),
    (
        "",
        "мен және бұл үшін бір болып деген адам жана үчүн менен бул һәм белән бу бар шул өчен нь бол байна юм \
         хүн бүр эрхтэй эсвэл ба құқығы ар не укук кеше хокуклы",
    ),
    (
        "mk",
        "и во не на се да е со за од кој која кои што по како но до при или ќе беше биде како овој оваа тој таа \
         тие може има меѓу над под уште само кон без повеќе му си ги го ја секој човек право според",
    ),
];

/// Letters that only one or a few languages have, by the same tags. They count as words do, at each place.
pub(super) const LETTERS: &[(&str, &str)] = &[
    ("de", "äöüß"),
    ("fr", "œçèêëîùâ"),
    ("es", "ñ¿¡"),
    ("it", "òìùè"),
    ("pt", "ãõçêâ"),
    ("gl", "ñ"),
    ("sv", "åäö"),
    ("da", "æøå"),
    ("nb", "æøå"),
    ("nn", "æøåò"),
    ("is", "æöðþý"),
    ("fi", "äö"),
    ("et", "äöüõ"),
    ("pl", "ąęłńśźż"),
    ("cs", "ěřůčšžý"),
    ("sk", "ľĺŕôäčšžý"),
    ("sl", "čšž"),
    ("hu", "őűöü"),
    ("ro", "ășțâîşţ"),
    ("tr", "ğışöüç"),
    ("ca", "ŀòèç"),
    ("vi", "ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỷỹ"),
    ("lv", "āēīūģķļņčšž"),
    ("lt", "ąęėįųūčšž"),
    ("sq", "ëç"),
    ("eo", "ĉĝĥĵŝŭ"),
    ("cy", "ŵŷ"),
    ("ru", "ыэёищ"),
    ("be", "ўыэёі"),
    ("uk", "їєґіищ"),
    ("bg", "ъищ"),
    ("sr", "ђћјљњџи"),
    ("mk", "ѓќѕјљњџи"),
];
