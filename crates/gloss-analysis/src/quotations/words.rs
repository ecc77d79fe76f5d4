//! Word lists. Each is a string of words between spaces, written by hand from general knowledge of English and
//! of news copy; none is counted out of a corpus.

/// Verbs that report words as they were said.
pub(super) const SPEECH: &str = "\
    acknowledge add admit announce answer argue ask assert assure bark beg begin bellow blurt boast brag \
    caution chant claim comment complain concede conclude confess confirm continue counter cry declare email \
    exclaim explain fume gasp groan growl grumble gush holler inform insist interject interrupt intone jeer \
    joke lament laugh marvel moan mock mumble murmur muse mutter note observe opine plead post pray proclaim quip quote \
    read recall recite recount reiterate remark remind repeat reply report respond retort roar say scream \
    shout shriek sigh sing snap snarl sob stammer state stress summarise summarize tell testify text thunder \
    tweet vent vow wail warn whisper write yell";

/// Verbs that report what somebody holds, asks for or thinks.
pub(super) const OPINION: &str = "\
    accept address advise advocate agree allege allow apologise apologize appeal believe calculate call chime cite \
    clarify contend decide deliver demand deny detail disclose discuss doubt echo elaborate emphasise \
    emphasize estimate expect express fear feel find fire forecast fret go guess hear highlight hint hit hope \
    imagine imply indicate invoke issue judge learn list maintain mention name offer order outline pledge \
    point predict press promise propose publish put question rail reason recommend refer reflect release \
    remember request resolve reveal rule see seek shoot signal speak speculate stipulate suggest suspect swear \
    talk tease think threaten tout underline underscore urge voice want wonder worry";

/// Verbs that report what somebody calls or holds against another.
pub(super) const VERDICT: &str = "\
    accuse applaud assail attack bash bemoan blame blast brand challenge characterise characterize cheer \
    commend compare condemn congratulate credit criticise criticize decry deem defend denounce deplore deride describe dismiss dub \
    endorse hail label lambast lambaste lash liken mourn oppose portray praise rap rate rebuke refuse reject \
    ridicule savage slam slate support thank welcome";

/// Nouns for what somebody says, in the singular: "his claim of …", "the IOPC's decision that …".
pub(super) const NOUNS: &str = "\
    accusation admission allegation announcement answer appeal argument assertion assessment assurance belief \
    call characterisation characterization claim comment complaint conclusion contention criticism declaration \
    demand denial denunciation description explanation insistence letter message motto observation phrase \
    pledge prediction promise proposal question quip quote reference refrain remark reply response slogan \
    speech statement suggestion testimony threat tweet use view vow warning word";

/// Words that begin a noun phrase.
pub(super) const DETERMINERS: &str = "\
    a all an another any both each either every few her his its many more most much my neither no one our \
    several some such the their these this those two three four five six your";

/// Personal pronouns.
pub(super) const PRONOUNS: &str = "\
    he she they it i we you him them me us";

/// Relative pronouns.
pub(super) const RELATIVES: &str = "\
    who which whom whose";

/// Prepositions.
pub(super) const PREPOSITIONS: &str = "\
    about above across after against along alongside amid among around as at before behind below beside \
    besides between beyond by despite down during except following for from in inside into like near of off \
    on onto out outside over per regarding since through throughout to toward towards under until up upon \
    via with within without";

/// Coordinating conjunctions.
pub(super) const CONJUNCTIONS: &str = "\
    and but or nor yet so plus";

/// Words that begin a subordinate clause.
pub(super) const SUBORDINATORS: &str = "\
    although because how if once that than though unless what when where whereas whether while why";

/// Auxiliary verbs, and "not".
pub(super) const AUXILIARIES: &str = "\
    am are aren't be been being can cannot can't could couldn't did didn't do does doesn't don't had hadn't \
    has hasn't have haven't is isn't may might must not shall should shouldn't was wasn't were weren't will \
    won't would wouldn't";

/// Adverbs without -ly.
pub(super) const ADVERBS: &str = "\
    again almost already also always ever even first further here however instead just later maybe meanwhile \
    never next now often only perhaps quite rather simply since sometimes soon still then there thus too \
    twice very well ago moreover nevertheless nonetheless finally once earlier";

/// Words in -ly that are no adverbs.
pub(super) const NOT_ADVERBS: &str = "\
    ally anomaly assembly bully family italy july monopoly rally reply supply";

/// Words of the calendar and the clock.
pub(super) const TIMES: &str = "\
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
    september october november december today yesterday tomorrow tonight week month year weekend morning \
    afternoon evening night noon midnight moment hour hours minutes days weeks months years";

/// Nouns for people and for bodies that speak, in the singular.
pub(super) const PERSONS: &str = "\
    activist actor actress administration administrator adviser advisor advocate agency aide ally ambassador \
    analyst archbishop army artist attorney aunt author bank banker barrister bishop body boss boy brother \
    bureau businessman businesswoman campaign campaigner candidate captain celebrity chair chairman chairwoman \
    chancellor charity chief church clerk club coach colleague columnist comedian commander commission \
    commissioner committee company congressman congresswoman constable coroner correspondent council \
    councillor counsel couple court cousin critic crowd curator customer daughter defence defendant democrat \
    demonstrator department deputy detective diplomat director doctor driver economist editor employee \
    engineer executive expert family fan farmer father firefighter firm force founder friend general girl \
    government governor group guest head headteacher historian host husband insider inspector investigator \
    journalist judge juror jury kc king lawmaker lawyer leader lord man manager marshal mayor medic member men \
    minister ministry mother mp musician neighbor neighbour network newspaper nominee nurse office officer \
    official opponent organisation organiser organization organizer owner paper paramedic parent partner party \
    passenger patient people player playwright poet police policeman politician pollster president priest \
    prime prince princess producer professional professor prosecution prosecutor protester publisher pupil qc queen rabbi \
    regulator relative reporter representative republican researcher resident rival scholar scientist \
    secretary senator sergeant sheriff shopkeeper singer sister soldier solicitor son source speaker spokesman \
    spokesmen spokespeople spokesperson spokeswoman staff strategist student superintendent supporter surgeon \
    survivor teacher team tenant trainer treasurer trustee uncle union user veteran vicar victim viewer \
    villager volunteer voter watchdog widow wife witness woman women worker writer";

/// Nouns of [`PERSONS`] that stand for several people or for a body, beside [`BODIES`].
pub(super) const COLLECTIVES: &str = "\
    administration army body couple crowd defence family men opposition people prosecution \
    spokesmen spokespeople staff team women";

/// Nouns by which sports pages, courts and profiles call somebody whom they have named.
pub(super) const EPITHETS: &str = "\
    actor actress artist author billionaire broadcaster businessman businesswoman celebrity champion comedian comic \
    congressman congresswoman conservative councillor defender democrat duchess duke entertainer entrepreneur \
    forward frontman goalkeeper golfer heavyweight hitmaker icon lawmaker legend \
    midfielder millionaire model mogul mp msp musician novelist peer pensioner player playwright politician \
    presenter racer rapper republican senator singer songwriter sprinter star striker superstar swimmer tory \
    tycoon veteran winger writer";

/// Common verbs whose past has no ending of its own.
pub(super) const DEEDS: &str = "\
    became bore bought broke brought came chose did drew drove fell fought gave got grew had held kept knew \
    laid led left lost made meant met paid ran rose sent set stood struck stuck took understood won";

/// Titles, kin, offices and common first names of men.
pub(super) const MALE: &str = "\
    mr sir lord king prince father brother husband son uncle man boy gentleman spokesman chairman businessman \
    congressman policeman fireman salesman craftsman alderman baron earl duke pope imam monk \
    aaron adam adrian alan albert alex alexander alfie ali andrew andy anthony archie arthur barry ben benjamin \
    bernard bernie bill billy bob boris brandon brian bruce callum carl charles charlie chris christopher colin \
    craig dan daniel darren dave david dean dennis derek dominic donald doug douglas duncan ed edward elliot \
    eric ethan ewan francis frank fred gareth gary gavin geoff geoffrey george gerald gordon graham grant greg \
    gregory guy hamish harold harry harvey henry howard hugh iain ian isaac ivan jack jacob jake james jamie \
    jason jeff jeffrey jeremy jerry jim jimmy joe joel john jonathan jordan jose joseph josh joshua juan julian \
    justin karl keir keith ken kenneth kevin kyle larry laurence lawrence lee leo leon lewis liam louis luke \
    malcolm marco marcus mario mark martin martyn matt matthew michael mick miguel mike mitch mohammed muhammad \
    nathan neil nicholas nick nigel noah norman oliver omar oscar owen patrick paul pete peter phil philip \
    phillip pierre ralph randy ray raymond reece rhys richard rick ricky rishi rob robbie robert robin rod \
    rodney roger ron ronald rory ross roy rupert russell ryan sadiq sam samuel scott sean sebastian shane simon \
    stan stanley stephen steve steven stewart stuart ted terry thomas tim timothy toby todd tom tommy tony \
    trevor tyler victor vincent vladimir volodymyr walter warren wayne wes will william winston zac \
    abdul abdullah abu ahmad ahmed ahmet alberto alejandro aleksandr alexei alfredo amir amit anders andre andreas \
    andrei anil antoine anton antonio arjun arturo ashok benoit bernardo bjorn carlos cesar claudio dmitry \
    diego eduardo emil emmanuel enrique erik ernesto esteban evgeny fabio farid federico felipe fernando filip \
    francisco franz gabriel gerardo gianni giorgio giovanni guillermo gustavo hamid hans hassan hector heinrich henrik \
    hiroshi hugo hussein ibrahim ignacio igor imran ismail ivo jaime jan jens jorge josef julio jürgen \
    kenji khalid klaus lars lorenzo luca lucas lukas luigi luis mahmoud manuel marc marcel marcelo mateo mauricio \
    mehmet mehdi mikhail milan mohamed mohammad mohamud muhammad mustafa narendra nicolas nikolai olaf oleg oleksandr \
    osama osman otto pablo paolo pavel pedro petr pieter piotr rafael raj rajesh ramon raul ravi reza ricardo roberto \
    rodrigo rohan sergei sergey sergio shinzo stefan suresh sven takashi thabo tomas umar vijay viktor vladislav \
    wolfgang yusuf";

/// Titles, kin, offices and common first names of women.
pub(super) const FEMALE: &str = "\
    mrs ms miss dame lady baroness queen princess duchess countess mother sister wife daughter aunt woman girl \
    spokeswoman chairwoman businesswoman congresswoman policewoman councilwoman actress nun widow \
    abigail adele agnes aisha alexandra alice alison amanda amber amelia amy andrea angela angie anita ann anna \
    anne annie barbara beatrice bella bernadette beth bethany betty brenda bridget carla carly carol caroline \
    catherine charlotte cheryl chloe christina christine claire clara connie daisy dawn deborah debbie denise \
    diana diane donna doris dorothy eileen elaine eleanor elizabeth ella ellen ellie emily emma erica esther \
    evelyn faith fatima fiona florence frances gail georgia gillian gina gloria grace hannah harriet hayley \
    heather heidi helen hilary hillary holly imogen ingrid irene isabel isabella isla ivanka jacqueline jade \
    jane janet janice jasmine jean jennifer jenny jess jessica jill joan joanna joanne josephine joyce judith \
    judy julia julie karen kate katherine kathleen kathryn kathy katie kayleigh kelly kemi kim kimberly kirsty \
    laura lauren leah leanne linda lisa liz lorraine louise lucy lydia lynn madeleine maggie margaret maria \
    marie marilyn martha mary maureen megan melania melanie melissa michelle mia molly monica nadia nancy \
    naomi natalie natasha nicola nicole nikki nina nora norma olivia pamela patricia paula pauline penny \
    phoebe priti rachel rebecca rhona rosa rose rosie ruth sally samantha sandra sara sarah shabana sharon \
    sheila shirley sofia sonia sophia sophie stella stephanie sue suella susan suzanne sylvia tanya teresa \
    theresa tina tracey tracy ursula valerie vanessa vera veronica victoria virginia vivian wendy yasmin \
    yvette yvonne zoe \
    ada adriana agnieszka ahlam aleksandra alejandra alicia amina ana anastasia angela anita anja anjali anke antonia \
    astrid aya ayesha beata beatriz bianca birgit camila carmen carolina cecilia chiara claudia cristina daniela deepa \
    delia dilma ebba elena elif elisa elsa emilia erika estela eva farah fatma federica fernanda francesca franziska \
    freya frida gabriela galina gisela giulia greta gretchen guadalupe gudrun halima heike hilda ida ines inga ingeborg \
    irina isabelle ivana jana joana johanna juliana julie kamala karin karla katarina katja khadija kirsten kristina \
    lakshmi larisa latifa laila leila lena leticia lidia lina lisbeth lorena lucia ludmila luisa magdalena malala \
    manuela marcela margarita mariam mariana marina marisol marta mathilde meera mercedes meryem mette milena mina \
    miriam monika nadine natalia neha ngozi nicoletta noor nuria olga paola petra pilar pooja priya priyanka raquel \
    rania renata rita roberta rosario salma samira sana sandrine shirin silvia simone sofie solveig soraya sunita \
    susana svetlana tatiana teresa ulrike ursula valentina vera verena viktoria vivienne wanda winnie xiomara yasmeen \
    yolanda yuliya zainab zara zeynep";

/// Nouns for bodies.
pub(super) const BODIES: &str = "\
    agency association authority bank board bureau campaign charity club college commission committee company \
    corporation council court department federation firm force foundation government group home institute \
    ministry movement network newspaper office organisation organization paper parliament party police senate \
    service society street tribunal union university watchdog yard";
