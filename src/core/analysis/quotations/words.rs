//! Word lists. Each is a string of words between spaces, written from general knowledge of news copy.

/// Verbs that report words as they were said.
pub(super) const SPEECH: &str = "\
    add announce answer ask assert assure caution chant claim comment conclude confirm confess continue \
    counter cry declare email exclaim explain inform insist interject interrupt joke mock mutter muse note \
    observe post proclaim quip quote read recall recount remark remind repeat reply report respond retort \
    say scream shout sigh sing state stress tell testify text tweet warn whisper write yell fume bark boast \
    brag admit laugh murmur jeer plead beg snap vent intone reiterate retweet caption begin thunder \
    summarise summarize opine argue acknowledge concede complain vow lament";

/// Verbs that report what somebody holds, asks for or thinks.
pub(super) const OPINION: &str = "\
    accept advise advocate agree allege allow appeal apologise apologize believe calculate call cite contend \
    demand deny disclose discuss doubt echo emphasise emphasize estimate expect express fear feel find \
    forecast guess hint highlight hope imagine imply indicate learn list maintain mention name offer order \
    outline pledge point predict promise propose question reason recommend refer reflect remember request \
    resolve reveal rule see seek signal speak speculate suggest suspect swear talk tease think threaten urge \
    voice want wonder worry issue deliver publish release describe detail go shoot fire hit put press \
    chime invoke hear fret rail tout judge decide underline underscore stipulate clarify elaborate";

/// Verbs that report what somebody calls or holds against another.
pub(super) const VERDICT: &str = "\
    accuse applaud assail attack bemoan blame blast brand challenge characterise characterize cheer commend \
    compare condemn credit criticise criticize decry deem defend denounce deplore deride dismiss dub endorse \
    hail label lambast lambaste lash liken oppose portray praise ridicule rebuke reject refuse slam slate \
    support thank welcome mourn bash savage rap";

/// Nouns for what somebody says: "his claim of …", "the IOPC's decision that …".
pub(super) const NOUNS: &str = "\
    admission allegation allegations announcement answer argument assertion assessment call calls \
    characterisation characterization claim claims comment comments complaint complaints contention \
    criticism declaration demand demands denunciation description insistence letter message motto phrase \
    pledge prediction promise proposal question remark remarks reply response slogan speech statement \
    statements suggestion testimony tweet tweets view vow warning words quote quip reference use appeal \
    accusation accusations belief refrain";

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

/// Nouns for people and for bodies that speak.
pub(super) const PERSONS: &str = "\
    activist activists actor adviser advisers advisor advocate agency aide aides ambassador analyst analysts \
    army attorney author banker bishop boss boy brother businessman campaign campaigner campaigners \
    candidate captain chairman chairwoman chair chief coach colleague colleagues columnist commander \
    commissioner committee company constable coroner council councillor couple court critics daughter \
    defence democrat democrats detective diplomat director doctor economist editor executive expert experts \
    family farmer father firm force founder friend friends general girl government governor group head \
    historian host husband inspector investigator investigators journalist judge jury juror jurors king \
    lawmaker lawmakers lawyer lawyers leader leaders lord man manager mayor medic member members men \
    minister ministers mother mp mps neighbour nominee nurse officer officers official officials opponents \
    organisation organiser owner parents party people player police policeman politician politicians \
    pollster president priest prince princess producer professor prosecution prosecutor prosecutors qc kc \
    queen rapporteur relative relatives reporter reporters representative republicans researcher researchers \
    resident residents rival scholar scientist scientists secretary senator senators sergeant sister \
    solicitor son source sources speaker spokesman spokesmen spokespeople spokesperson spokeswoman staff \
    strategist student students supporter supporters survivor teacher team trainer union unions user users \
    veteran victim victims viewer voter voters watchdog wife witness witnesses woman women worker workers \
    writer newspaper paper network ministry department office charity bank church club crowd protesters \
    demonstrators billionaire businesswoman mogul co-founder celebrity";

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
    trevor tyler victor vincent vladimir volodymyr walter warren wayne wes will william winston zac";

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
    yvette yvonne zoe";

/// Nouns for bodies.
pub(super) const BODIES: &str = "\
    agency association authority bank board bureau campaign charity club college commission committee company \
    corporation council court department federation firm force foundation government group home institute \
    ministry movement network newspaper office organisation organization paper parliament party police senate \
    service society street tribunal union university watchdog yard";
