/* Names, one line after another; a line that begins with # says where those after it are from. */
export default `
# First names from the person data of @faker-js/faker 10.6.0 (MIT licence, https://fakerjs.dev), locales en, en_GB, en_IE, en_NG, en_GH,
# en_IN, en_ZA, tr, pl, pt_PT, pt_BR, ro, it, es, fr, vi, id_ID, az, lv, hu, de, hr, sr_RS_latin, cs_CZ, sk, nl: letters a-z, four or
# more, without those that are English words or stand in first-names.ts.
aadi aadidev aadinath aaditya aadrika aagam aagney aagneya aalok aaltje aamod aanand aanandaswarup aanandinii aanjaneya aaratrika aarya aasa
aasha aashritha aatmaj aatmaja aatreya aayushmaan aayushman abaco abadon abagail abak abaka abakan abakay abani abar abay abbigail
abbondanza abbondanzio abbondio abdiel abdon abdone abdonie abeiku abelard abelardo abele abelin abeline abendam abenzio abhaidev abhaya
abhirath abhisyanta abibo abidin abigaelle abigale abigayle abigel abisola abisoye abluc abner abondance abraham abramio abramo absalon
absar absolon abyasa acace acacie acacio acanthe acar acario acaryatanaya accursio acela acelya achaire achalesvara acharyanandana
acharyasuta achil achiles achille achim achintya achyut acilia acilio acim aciscolo acrisio acuk acun adah adalan adalard adalardo adalbald
adalbaude adalberon adalbert adalberta adalberto adalfredo adalgisa adalgiso adaline adalric adalrico adalsinde adamo adams adar adas adaugo
adberilgen addie addison addo addolorata adeboye adegoke adegrin adegrine adel adela adelaida adelaide adelajda adelardo adelasia adelbert
adelberto adelchi adele adelfo adelgardo adelia adelie adelin adeline adeliya adell adella adelle adelmo adelphe adeltrude adelya adenet
adeodat adeodato adheesh adhemar adhiarja adhiraj adhrit adiarja adika adikara adikavi adile adin adinata adinath aditeya adityanandan
adityanandana adjutor adolf adolfa adolfina adolfo adolfs adolph adolphe adolphie adolphus adone adonis adonise adrain adraman adrastee
adrehilde adria adriaan adriana adrianna adriano adriel adriena adrienne adrijana adrione adripathi advaya adwitiya affan afitap afra afro
afsar afsin afton agabay agabio agah agakagan agalak agamennone agapet agapito agasti agastya agathange agathon agaton agazio agca agenore
agesilao agilbert agilberte aglae aglaia aglaja agnan agnane agneflete agnes agnesa agnese agneya agnimitra agniprava agnivesh agnos
agostina agostino agrata agripina agrippa agrippin agrippine agrypina agus agustin agustina ahalya ahenk ahilya ahlem ahsen aiace aida
aidano aimable aime aimone ainars aishani aiyana ajeet ajeng ajiman ajimat ajimin ajiono ajit akalp akande akanni akarsana akas akata akbas
akbatur akbay akboga akboru akbudak akbugra akbulak akca akcakoca akcora akdemir akdogan akif akkun akkunlu akkurt akkus akofa akorfa akos
akroor akshainie akshaj akshat akshata akshayakeerti akshita aksungur aktan aktekin aktimur akula akumaa akunna akvelina akwesi alaban
alaboru aladag alade aladino aladogan alain alaina alaine alais alakurt alamanno alambana alanis alanna alano alarico alayna alayunt
alayuntlu albane albano albena alberade alberic alberico alberta alberte albertha albertina albertine alberto albertyna albina alboino
albrecht albrico alceo alceste alcibiade alcide alcidie alcime alcina alcine alcino alcyone alda aldegonde aldemir alden aldo aldobrando
aldogan aldonce aldric alea aleandro aleardo aleaume aleen alejandrin alek aleksa aleksandar aleksej aleksy alemka alen alena alene alenka
aleodor aleramo aleska alessa alessandra alessio aleth aletha alexandr alexandre alexandrea alexandria alexandrina alexandrine alexandro
alexane alexanne alexe alexej alexia alexie alexine alexys alexzander aleyna alfio alfons alfonsa alfonso alfonz alfonzo alford alfreda
alfredo alfreds algirds algis algiso algu alica alican alida alienor aliette alighiero alika aline alis alisa alisan alisir alissa alistar
alivia alix aliz alize aljosa alka alkaboluk alkaevli alkan allegra allene alliaume allie allison almerigo almila almine almira almire
almiro alois aloise aloisie aloisio aloizs alojz alojza alojzije alok alonzo aloyse alpagut alparsbeg alpata alpay alpaya alpaykagan
alpbilge alpdirek alpdogan alperen alpertunga alpgerey alphan alphee alphonse alphonsine alphonso alpike alpilig alpinien alpkara alpkuluk
alpkutlu alptegin alptugrul alptunga alpturan alptutuk alpulug alpurungu alpurungututuk alpyoruk alsu alta altan altankagan altankan altay
altea altemur althea althee alton altuga alva alvah alvar alvena alvera alverede alverta alviero alvin alvina alvine alvis alvise alwar alya
alyce alycia alysa alysha alyson alyssa alysson alzbeta amabela amabile amac amadeo amadeus amalia amaliane amalie amalija amalric amalthee
amand amande amandin amandine amando amant amante amanzio amaranaath amarande amaranthe amaranto amaresh amarnath amat amata amato amatore
amauri amaya ambar ambra ambre ambrogio ambroise ambroisie ambrose ambrosiano ambroz ambrozy amedee amedeo amedeu ameliane amelien ameline
amelio amely amelya america americo amerigo amethyste ameyatma amico amie amiel amilcare aminat aminte amintore aminu amish amiya amleto
amodini amogh amon amone among amore amos amparo ampelio amrak amritambu amul amya amza anaadi anabel anabela anabelle anacleto anael
anaelle anagh anahi anaida anais anala anamaria anamarija anamika ananda anandamayi anang ananta anar anasooya anastacio anastase anastasie
anastasije anastaz anastazia anastazie anastazija anastazja anasuya anatazie anatol anatole anatolia anatolie ancelin anceline anci ancica
ancilla ancuk ancuta anda andac andel andela andelin andelina andelko andelo andeol andoche andras andreane andreanne andreas andree andrej
andreja andrija andrijana andrina andris andro andromeda andrzej andzejs andzelika andzs anej anemona anesa aneta anezka angadreme ange
angele angelika angelina angeline angelique angelita anggabaya anggun anghelina angie angilbe angilberte angilran angoustan anibal anica
anicee anicet aniceto anicette aniello anika anilaabh anilabh anisoara anissa aniya aniyah anja anjaneya anjushree anjushri anka ankal anko
annabell annabella annagrazia annalena annalise annamae annamaria annamarie annapurna annelie annemarie annemijn annetta annette anni
annibal annibale annonciade annunziata anny anom anouar anouk anrijs ansaldo ansbert ansberte ansel anselm anselma anselme anselmo ansgar
ansgary anshula anslavs ansley ansovino anstrudie antal antea antelmo antero anthelme anthelmette antide antigone antim antimo antino
antioco antoaneta antoinette antone antonela antonello antonetta antonette antonie antonietta antonija antonin antonina antonine antoniu
antun antwon anuja anunay anuraag anurag anusuya anuta anwesha apak apatarkan aphelie apolena apollina apollinaire apollinare apollinary
apolline apollo apollonia appia aprancur april apsara apuleio aqil aquilin aquilino arabela arabella arabelle araboga araceli aracely
arademir aral araldo aram aranka aras aratone arbay arbuz arcadie arcadio archambaud archan archange archibald archimede archippo arcibaldo
arcuk ardella arden ardith ardito arduino arely aresio areta argelia argimiro argine argo argono argu argun ariadna arialdo ariane ariberto
aric aricie arie ariel ariela ariele arielle arija arijs arina arindam ariosto aris aristarco ariste aristeo aristid aristide aristione
aristita aristo aristofane aristotele arkad arkadijs arkady arlene arleta arlette arlie armagan armance armand armande armandine armani
armel armeline armelle armida armide armine arminio armins arna arnac arnaldo arnaud arnaude arnesh arno arnold arnolda arnoldo arnost
arnostka arnould arnulfo arolde aron aronne arpad arpat arrigo arsal arsen arsene arsenie arsenije arseniusz arsinoe arsipatra arslanargun
arslanboru arslansungur arslantegin arslanyabgu arsun artanto artawan artemis artemisa arthaud artheme arthurine artuk artukac arturo arturs
artus artut aruk arved arvel arvid arvids arvilla arwen arya aryanna arystarch arzen asan asanboga asantudun asantugrul asartegin ascanio
ascelin asceline asdrubale asel asella ashlee ashlesh ashly ashlynn ashtyn asija asil asimodeo asirwada asirwanda asja aslesha aslijan
asmadi asman asmianto asmuni assomption assunta assunto astalogul astarte asterie asterio astianatte astree astrida asuela asug asuk aswani
atac atakagan atalan atalay ataleo ataman atanas atanasia atanasio atanazie atanazy atasagun atasu ataullah atberilgen atena athalie
athanase athanasie athena athenais athina athos atila atilla atma atmaca atmaja atmanand atmananda atreyee atreyi attila attilano attilio
atuncu aube aubertine auberto aubree aubry audace aude audebert audeline audie audouin audran audreanne audrey augusta auguste augustin
augustina augustine augusto augustus augustyn augustyna aulia aure aurea aurele aurelian aureliana aureliano aurelienne aurelija aurelio
aurelle aurian auriane aurica auro aurore ausilia ausiliatrice ausilio austen austyn auxane auxence avadhesh avantika avar aveline averardo
avery avigaelle avis avluc avoye avram avsar awesi axeline axelle axinte ayana ayas aybalta ayban aybars aybeg aydan aydarkagan aydemir
ayden aydogan aydogdu aydogmus ayebatari aygul aygun ayhan ayinde aykagan aykal aykan aykurt aykut ayla ayleen ayluc ayluctarkan ayma aymard
aymardine aymeric aymon aymonde aynur ayoub ayren ayruk aysar aytak aytekin aytug ayushmati ayvaz azak azalee azban azeglio azelia azelie
azeline azelio azer azgan azganaz azizhan azmi azubuike azzurra baaba baala baalaaditya baalagopaal babacan babeta babette babila babur
bacara baccayman bacco bacman badabul badruk badur baga bagaalp bagan bagas bagasatulu bagatarkan bagatur bagaturcigsi bagaturgerey
bagaturipi bagatursepi bagdagul bagiya bagtas bagus bagya baha bahri bahtiyar bahula bahuraksa bahuwarna bahuwirya baidehi baijayanti bailee
bajragin bakagul bakda baki bakiadi bakianto bakidin bakijan bakiman bakiono bakti baktiadi baktianto baktiono bakula balaaditya balaban
balachandra baladitya balagopal balagovind balaka balakatay balamani balamantri balangga balapati balazs balcar baldassarre balderico baldo
baldomero baldovino baldu baldwin balgopal balidin balijan balint balta baltar baltazar balthazar baltur bambang bambina banara banawa
banawi bancar bandhu bandhul banel bangu banji bankim bankimchandra bankole banu banuta bara barak baraktore barbala barbarigo barbe barbeg
barboga barbol barbora barbu barbulsun barca barcadogdu barcadogmus barcadurdu barcadurmus barcan barcatoyun bardo bardomiano bargan barica
barkan barkdogdu barkdogmus barkdurdu barkdurmus barlas barmaklak barnaba barnabas barnabe barsaba barsbeg barsboga barsgan barsimeo barskan
barsurungu barthelemy bartholome bartimee bartolo bartolomea bartolomej bartolomeo bartolomeu barton bartu basademir basak basan basanti
basanyalavac basar basarab basat basbug basgan basile basileo basilia basilio basilisse baskurt bassiano bassilla bastar bastiaan bastian
bastiano bastugrul basu basut bathilde batilda batrak battal battista batu batuk batur baturalp baudouin bayancar bayankagan bayat baybars
baybicen bayboga baybora baybure baydar baydemir baydur baykal baykara baykoca baykuzu baylee baymunke bayna baynal baypure bayrac bayrak
bayram bayruk baysungur baytara baytas bayuncur bayur bayurku bayutmus bayuttu bazil bazyli beate beato beatrycze beatus beaulah bebe
beceapa beckem bedir bedirhan bediz bedran bedreddin bedri bedrich bedriska begarslan begbars begbilgeciksin begboga begcur begdemir
begdilli begdurmus begi begil begine begitutuk begkulu beglen begni begtas begtegin begtuzun behcet behic behlul behram behrem behzat
bekbekec bekec bekecarslan bekectegin beker bekir beklemis bektur bela belcim belcir belek belemir belgi belguc belimir belina belinda
bellino belma belo beltir beltramo beltun benadik bence bende bendeguz benedek benedetta benedetto benedicte benedikt benedikta benedita
benedykt benett bengi bengu beniamin beniamina beniamino benice benicio benigna benigne benigno benito benja benjamim benli benlidemir
bennet bennie benno benny benoit benone bente benthe bentley benton benvenuta benvenuto benyamin bera beranger berangere berard berardo
berceste bercin berdibeg berend berendey berengario berenice berenika berginsenge bergu berinay berislav berit berkin berkis berkyaruk
bermek bernadetta bernadette bernadine bernarda bernd berneice bernhard bernice bernie berniece bernita beronico berran berre bert berta
bertalan bertha berthe berti bertille bertold bertolda bertoldo bertolfo bertram bertrand berva besentegin beser besim besir besra bessie
betania betemir bethel betina betta bette bettie bettye beulah beuve beverly beyizci beyrek beyrem bhaanumati bhaasvan bhaaswar bhadra
bhadrak bhadraksh bhadran bhagavaan bhagirathi bhagvan bhagwanti bhagwati bhamini bhanumati bharadwaj bharat bhardwaj bhargava bhasvan
bhaswar bhaumik bhavani bhaves bheeshma bhilangana bhima bhisham bhishma bhoj bhoopat bhoopati bhooshan bhooshit bhramar bhudev bhudeva
bhupati bhupen bhushan bhushit bhuvanesh bhuvaneshwar biagio bianka bibiana bibianna bibiano biborka bice bicek bilgebayuncur bilgebeg
bilgeciksin bilgekagan bilgekan bilgekulucur bilgekutluk bilgetacam bilgetardu bilgetegin bilgetonyukuk bilgez bilgic bilgin bilig bilik
biljana bilva bilwa binbegi bindir bindo bino birgita birino birjesh birol bisenija biserka bishnu bivoj bjarne blagica blagoje blahomil
blahomila blahomir blahomira blahoslav blahoslava blair blaise blanca blanche blandine blanduzia blazej blazena boaz boban bobana bobbi
bodhan bodi boet boga bogac bogacuk bogde boge boglarka bogoljub bogu bohdana bohemond bohuchval bohumil bohumila bohumir bohumira bohun
bohuna bohus bohuse bohuslav bohuslava bojan bojana bojislava bokde boke boldaz boldizsar bolemir bolen boleslav boleslava boleslavs bolmus
bolsun bolun bonagiunta bonaldo bonaventura bonavita boncuk bonek bonge bongul bongulboga bonifac boniface bonifacio bonita bonnie boran
borbala borcul borek boris borislav borislava borivoj borivoje borjan borka borko borlukcu borna bornak boroka bortecine bortolo boru
borubars borusengun bosiljka bosko botond bouchard bowie boyan boyankulu boyd boylabaga boza bozan bozboru bozdogan bozena bozetech
bozetecha bozica bozidar bozidara bozislav bozkurt bozkus bozok braden bradford bradly bradut brady braeden brahma brahmaanand brahmabrata
brahmanandam brahmdev brajan brajen brajendra brajesh bram brancaleone brandi brando brandt brandusa brandyn branimir branimira branislav
branislava branka brankica branko brannon branson brant bratislav bratislava braulio braxton brayan breana breanne brenden brenn brenna
brennan brennon breno brent bret bretislav bretislava brett bria briac briana brianne brice bridgette bridie brielle brieuc brigida brigita
brigitta brigitte brijesh brionna brisa brit brita britt brittany brock broderick bronislav bronislava bronislavs brooklyn brunehaut
brunehilde brunhilda brunilde bruto bryana bryant bryce brycen brygida bryon bucan bucur budag budak buddhana budhil budi budimir budislav
budivoj budunlu budus budustudun buford bugday bugduz bugduzemen buge bugra bugrakarakagan bugu bugubilge bukak bukaktutuk bukduz buke
bukebuyrac bukebuyruc bukey buktegin bukusboga bulacapan bulah bulak bulan buldur bulgak bulmaz bulmus buluc bulug buluk bulus bulut bumen
bunsuz bunul bunyamin burcak burdette bure burgucan burgut burkay burkek burkut burley burluk burnice burslan burulday burulgu burunduk
busulgan butak butuk buyan buyancuk buyandemir buyankara buyat buyrac buyruc buyruk buzac buzactutuk byron bystrik caba cabdar cabus cade
caesar caetana cafer cagak cagan cagatay cagdas cager cagla caglar caglayan cagru cahid cahya cahyadi cahyanto cahyo cahyono caino caitlyn
caius caket cakrabirawa cakrabuana cakrajiya cakrawala cakrawangsa calanico calapkulu calcedonio cale calebe caleigh calista calixte
callisto calogera calogero calpurnia camden camelien camil camilla camillien camillo camren camron camryn camylle canalp candace candar
candelario candide candido candra candrakanta canel cangul cankan cannur cansel cansu cantemir cantidio canziano capa capitolina capucine
cara caraka carey caribert caridad carina carine carissa carlee carles carleton carley carli carlie carlijn carlo carloman carlotta carlton
carmel carmella carmelo carmina carminho carmo carna carola carolanne carole carolin carolina carolyn carolyne caronte carponio carroll
carson carub cary casandra casian casiana casilda casimer casimir casimira casimiro caslav caspar casper cassandre cassiano cassidy cassien
cassio cassiopea casto cataldo cataleya catena catharina catharine cathrine cathryn catinca cato catrina catrinel catullo catur caturangga
caua cavid cawisadi cawisono cawuk cayadi cayla cazimir ceasar cebe cecco cecelia cecep cecil cecile cecilia cecilie cecilio cecylia
cecyliusz cedomir cedrick cedrik cedrin celal celaleddin celasun celen celeste celestin celestina celestine celestino celestyn celestyna
celia celie celien celik celil celina celinia celso cemali cemani cemen cemeti cemgen cemil cemplunk cenek cengkal cengkir cenk cenka
cerasela cesaire cesare cesario cesminaz cestmir cestmira cetin cetinel cetiner cevahir cevat ceyhun ceykun ceyla ceylan ceylin ceylinaz
cezara cezmi chaanakya chaaruchandra chad chadd chadrick chaitan chakor chakradhar chakravartee chakravarti chakrika chanakya chanda chandak
chandan chandani chandi chandini chandira chandra chandraayan chandrabhaga chandrabhan chandradev chandrakala chandraketu chandrakin
chandramani chandramauli chandramohan chandran chandranath chandrani chandraprabha chandravati chapal chapala charak charlaine charleen
charlemagne charlene charles charline charlotta charuchandra charumati charuvrat charvi chasity chaten chatur chatura chaturaanan chaturbhuj
chauncey chayenne chaz chelsea chelsie cherechi cherubino chesley chester chet chetanaanand cheyanne cheyenne chiaffredo chidaakaash
chidaatma chidambar chidambaram chidananda childebert chilperic chinmayanand chinmayananda chiranjeev chiranjeeve chitraksh chitrali
chitramala chitrangada chrabros chraniboj chranibor chranislav chranislava chretien christ christa christiaan christiana christiane
christiano christie christin christodule christop christoph christophe christy chrudos chrysole chrysostome chukwu chval chyna ciaobella
cicek cicem cicero cici cielo cierra cigdem cihad cihangir cihansah cilay cilenti ciler cilvenaz cimen cino cinta cinthia cinzia cipriana
cipriano cirano ciriaco cirilla cirillo cirino ciro cise cisem cisil cistoslav cistoslava citlalli citra civan claas clair clarabelle
clarence clarenzio clarisa clarissa clarisse clark claud claude claudie claudien claudine cleandre cleandro clelia clelie clemence clemens
clemente clementina clemenzia clemmie cleo cleofe cleonico cleopatra cleora clery cleta cletus cleve clifford clifton climaco clinio clint
clinton clio clodomiro clodoveo cloe clorinda clotaire clotilde clovis cloyd clyde cobulmak coby cocukboru codin codrin codrina codrut
codruta coen cointa cokramayul coleman coline colins collien collin colman colmanno colmazio colomba colombano colombo colpan colten colton
colu columbus concepcion concetta concetto conchita concordio conner conrad consolata constanca constance constanta constantin constantina
consuela coralia coralie coraline corbin corbiniano cordelia cordell cordia cordie corene coreno corentine corine corinna corinne coriolano
cornelia cornelio cornelis corneliu cornelius cornell coronato corrado corrine cortez cortney corvin cosima cosimo coskun coskuner cosma
cosmina costache costante costantino costanza costanzo coty crawford cremenzio crenguta creola crescente crescenzia crescenzio crespignano
crin crispino cristal cristaldo cristea cristiana cristofor cristoforo cristopher crocefissa crocefisso cronida crystel csaba csanad csenge
csongor ctibor ctibora ctirad ctirada ctislav ctislava cubeyr cullen cumhur cunegonda cuneyt cuniberto cupido cuzia cvijan cvijetin cydney
cyntie cyprian cyprien cyra cyriaque cyrielle cyril cyrila cyrille cyrus cyryl daan daantje dabiziv daciana daciano dacin dacio dada dadap
dadi daevi daevika dafina dafne dagel daghan dagmar dagoberto daiana daija dainuvite daisha daiwik dajana daksha dakshayani daley dalia
dalibor dalibora daliborka dalida dalie dalima daliman dalimil dalimila dalimin dalimir dalimira daliono dallas dallin dalmazio dalton damar
damaris damaso damayanti dameon damiana damiano damien damil damilare damin damir damjan damjanka damocle damodara damon damu danang dandak
dandapaani dandre dane dangelo danial danica daniela daniele danijel danijela danika danila danilo danio danique daniswara danjuma danka
danko dannie danu danuja danuse danyka daphnee daphney darby daren darian dariana dariati darie darien darija darijan darimin darin darina
darinka darion darja darko darla darleen darlene darmaji darman darmana darmanto daron darrel darrick darrin darrion darron darryl darshwana
darsirah darta dartono daru daruna darwin daryani daryl dasa dasia datta daver davey davida davids davin davino davion davon davonte davor
davorin davud davy dayaamay dayaananda dayaanidhi dayamayee dayna dayne dayton deangelo debora debra decebal decimo dedric dedrick deeksha
deen deenabandhu deepali deepan deepankar deependra deepesh deeptanshu deeptendu deeptiman deeptimay deeptimayee deeptimoy deeptimoyee
deevakar degna deion dejah dejana dejon dejuan delaney delbert delfina delfino delie delilah delinda delizia della delmer delores delpha
delphia delphin demarco demarcus demario demeter demetra demetria demetrio demetris demetrius demetriusz demiralp demirhan democrito demond
demostene dena deneval denisz denizalp denny deodata deodato deondre deontae deonte depold dereck derick derin deron dervis desanka
desdemona deshaun desiderato desiderio desimir desiree despina dessie destan destany deste destin destiney destini detmar detrich devadatt
devagya devajyoti devak devan devangana devani devasree devdan deven devesh deveshwar devin devota devran devvrat devyn dewayne dewey dewitt
dexx dezider dhaanyalakshmi dhana dhanadeepa dhanalakshmi dhananjay dhanapati dhanesh dhanpati dhanu dhanvin dhara dharitri dharmaketu
dhatri dhyanesh dhyaneshwar diah diamante dian dianna dianne dianora dicle diclehan dida didem didimo didina diede dieke dieudonnee digambar
digambara digdaya dijana dikmen diksha dilaver dilay dilberay dildar diler diletta dilhan dillan dillon dilruba dimas dimaz dimitri dimitrij
dimitrije dimitrina dina dinakar dinc dincer dinda dinkar dino dinu diocleziano diodata diodoro diogene diomede dione dionigi dionisia
dionisio dionizy dionyz dionyzos dipa dipali dipankar dipendra diptendu direnc diri dirja dita ditya divaakar divakar divis diviska divjot
divna divo dixie dizik djayden djenna dluhos dobrava dobrila dobromil dobromila dobromir dobromira dobroslav dobroslava dochia doda dodato
doganay doganer dogu dolores dolunay domagoj domenic domenick domenik domezio domingo dominick dominika dominique domiziano domnica donald
donalda donat donata donatello donato donavon dondu donka donnell donnie donny dono dora dorana dorcas dorel dorian doriana doriane doriano
dorica dorina dorine dorinel dorka dorli dorotea doroteja doroteo dorothea dorothee dorottya dorris dortha dorthy doru doubrava doubravka
douce douwe dovie doyle draga dragana dragica draginja dragisa dragoje dragojlo dragoljub dragoslav dragutin drahomil drahomila drahomir
drahomira drahon drahos drahoslav drahoslava drahotin drahotina drahuse drahutin drajat draupadi draza drazen dren drina dron drona druina
drzimir drzislav duane dubravka dubravko duccio duco ducu dudley duilio duje dujo dulari dulce dulcinea dulina dumitra dumitrana dundar
dunja dunya durante durdane durga durgeshwari durmus durriye duru dururbunsuz durward dusan dusana dusanka dusica duska dusko dustin duuk
dwaipayan dwaipayana dwight dyah dylano dzile dzirkstite earlene earline earnestine easter easton ebba eberardo ebiere ebin ebiowei ebren
ebuzer ecaterina ecclesio ecehan ecem ecevit ecmel ecvet edda eddi edelberga edgar edgard edgardo edgars edhem edil edilberto edison edita
edite editta ediz edmee edmond edmondo edmund edna edouard eduards edvard edvarda edvige edvin edvins edwardo edwina edyth edythe edzus
eefje eekalabya effie efisio efken eflah efraim efrain efrem efren efsun eftalya eftimia eftimie egemen egeo egidio egils eginardo egisto
egizia egmont egon egona egrim einar einars eino eizens ekaaksh ekadant ekaksh ekalavya ekaling ekaparnika ekdant ekec ekim ekin ekmel ekrem
eladio elaide elaina elakshi elanur elbert elcin elda eldon eldora eldred eldridge elea eleanora eleanore eleazar electa elektra eleni
elenor elenora eleonora eleonore elettra eleuterio eleuthere elfrida elfrieda elgin elia eliabeth eliah elian eliana eliano elias eliasz
elie eliezer elifio eligio elimena eline elinor elinore elio eliodoro elisabeta elisabeth elisabetta elisaveta elise elisea elisee eliseo
elisio eliska elissa elita elizabet elize elizej elizeus elka elkin ellada elle elli ellsworth elly elma elmar elmars elmas elmer elmira
elmo elmore elna elnora elnur eloa elodia elody elogio eloisa eloise elon elouise eloy elpidio elta elti elton eluh elva elvera elvezio
elvia elvie elvin elvina elvino elvira elvis elwin elwira elwyn elyanora elynn elyse elyssa elza elzear emanoil emanuel emanuela emanuelly
emanuil emas embuh emced emel emelia emelie emeline emely emerance emerencie emeric emerich emerson emese emidio emie emili emiliana emilie
emilijan emilio emils emin emmalee emmanuelle emmelie emmely emmerico emmet emmett emmi emmie emmitt emmy emong emory empirio empluk
emrullah enakshi endah enderun endra endrigo enea enecone engelbert enguerrand enid enie enimia enise enna ennio enno enoch enola enos
enrica enrique ensar enteng enver enya ephraim epiphane eracla eraclide eraldo eralp erardo erasmo erast erazim erazmus erberk erberto ercan
ercin ercolano ercole ercument erda erdeni erdenikatun erdeniozuk erdinc erel eremia erenia erentuz ergene ergenekatun ergin ergun erguner
erhard eriberto erich erick ericka erico erika eriks erinc erkam erke erling erma erman ermanno ermelinda ermen ermenegarda ermenegilda
ermenegildo ermes ermete ermilo erminia erminio ermins erna ernesta ernestina ernestine ernesto ernie eros ersan ersilia ertan erten
ertenozuk ertugrul ervin ervina ervins erwin eryn esat esau esen esenbike eser eshana eshita esmee esmeralda esmeray esmira esperanza esref
esse essie esta estefania estel estell estella estelle estera esterina estevan estiawan estiono estrella esuperio eszter etela eterie etha
ethel ethelyn ethem etil ettie ettore eubert euclide eudes eudokia eudoksja eudora eudoxe eudoxie eufebio eufemia eufemio eufrasia eufronio
eufrosina eufrozina eugen eugene eugenia eugenie eugenio eugeniusz eula eulah eulalia eulalie euna eunice eunika euphrasie euridice eusebe
eusebia eusebie eusebio eusebiu eusebius euseo eustache eustatiu eustorgio eustosio eustracjusz eutalia eutalio evald evaldo evalds evalyn
evandro evangelina evangeline evanghelina evarist evariste evaristo evasio evdokija evelien evelin evelina eveline evelyne everardo everett
everette evert evidio evin evodio evran evrard evremondo evren evsen evzen evzenie ewald ewell eyiz eylul eysan eyup ezechiel ezechiele
ezekiel ezio ezrak faas fabia fabiana fabiano fabie fabienne fabijan fabricia fahrettin fahri fahriye fahrunissa faik faiq falba falih falk
famiano famke fanni fannie fantin fantine fara fardau farhunnisa faruk fasih fathonah fatin faust fausta faustin faustina faustine faustino
fausto faustyn faustyna favian faya faye fayen fayenne fazilet fazio fazullah feba febe febi febriana febrina feda fedai fedde fedele fedor
fedro fehime fehmi felice felician feliciano felicie felicita felicitas felicite feliks felina felipa felton femke femm fenja fenna fenne
ferah feramus feramuz feray ferda ferdi ferdinand ferdinanda ferdinando ferdynanda ferenc ferhan feridun feriha ferit ferman fermiano fermin
fermo ferne ferre ferruccio ferruh festo fevzi feyyaz feyza feyzullah fiacre fiammetta fidan fidel fidele fidelie fidelius fidenziano
fidenzio fieke fien fiene fiep fiete fikri fikriye filemon filibert filiberto filippa filofteia filomen filomena filomeno filotije filou
finia finja finn finnja finnley fiodor fiordaliso fiore fiorella fiorenza fiorenziano fiorenzo firdevs firmin fitri fitria fitriani flaminia
flavian flaviana flaviano flavie flavien flavio flaviu flavius fleano fleta fleur floare floarea flodoard floortje flor flore florea
florencia florencio florencja florenta florentin florentine florentyn florentyna florestan floriana floriano florica florida floridia florie
florina florine floris flossie floy flynn foca folco forrest fortunat fortunata fortunato fortunee fosca fosco foss foulques frana franca
france francette francia francisc francisque franciszka franco francoise franjo franka franklin frantisek frantiska franz franziska freda
freddy frederic frederica frederico frederik frederike frederique fredrick fredy freeda freek freida frenkie frida frido fridolin fridrich
friederike friedrich frontiniano frusina fruzsina fryderyk fuat fulbert fulberto fulcran fuldem fulden fulgence fulgenzio fulvia fulvio
fulya funda funmilade fureyya furio furman furseo furuzan fuscolo fusun fuzuli fynn gabe gabi gabin gabino gabor gabrielle gabrijela gada
gadang gading gadis gaduh gaetano gaffar gage gaglioffo gail gaiman gaio gaja gajaadhar gajabahu gajadhar gajana gajbaahu galak galang galar
galatea galdino galeazzo galfryd galih galileo galiono gallicano galuh galur gaman gamani gamanto gambira gamblang ganak ganaka ganapati
ganda gandewa gandharv gandharva gandi gandolfo ganep ganesha gangesh gangsa gangsar ganjaran gantar gara garan garance garang garda gardner
garett garik garika garimberto garnett garnier garrett garrick garth garud garuda gaspard gaspare gasti gaston gastone gati gatien gatik
gatot gatra gaud gaudenzia gaudenzio gaudino gauraang gaurang gauranga gautam gautama gautami gautier gautiero gavino gavrilo gawati gayatri
gaye gayle gazanfer gazi gbeminiyi gbemisola geanina gedeon gedeone gederts geetanjali gejza gelin gelincik gellert gelsomina geltrude gelu
gema gemine gemini geminiano genadij gencer generosa generoso genesia genesio geneva genevieve genoveffa genoveva gentiana genziano geoffroy
georg georgel georges georgeta georgette georgian georgianna georgije geovanni geovanny geovany geralda geraldina gerarda gerardina gerardo
gerasim gerasimo geraud gerazim gerazym gerberge gerbert gerda geremia gergely gergo gerharda gerino germain germaine german germana germano
gerolamo geronimo geronzio gerrit gerry gerson gertruda gertrude gervais gervasio gesualdo geta gevheri geza ghaliyati ghanaanand ghanashyam
ghani ghanshyam ghenadie gheorghita gherardo gherghina ghislain ghita giacinta giacinto giacobbe giada giadero giambattista gian
gianbattista giancarlo giandomenico gianfranco gianina gianluigi gianmarco gianmaria gianmario gianpaolo gianpiero gianpietro gianuario
giasone gibran gica gicu gideon giel gigliola gijs gilang gilbert gilberta gilda gildo giles giliola gilles gillo gineto ginevra ginewra
gino gioacchina gioacchino giobbe gioberto gioconda giocondo gioele gioia giona gionata giordano giorgian giorgiana giosue giosuele giotto
giovani giovanny giove gioventino giovenzio girardo girart giray giri girija girik girika girindra giriraaj giriraj girja girolamo gisele
gisella gislebert gisselle gitanjali giuda giuditta giuliana giuliano giulitta giuseppa giusta giustiniano giusto gizela gladyce glauco gleb
glenda glenna glennie gligorije glorie gobinda godeberta godfrey godiva goffredo gojko gokalp gokben gokboru gokcegol gokcen gokcicek gokmen
goknur goksin golda golia golub gomberto gondebaud gondulfo gonenc gonerio gongor gonsalwy gonthier gontran gonul gonzaga gonzague gopaal
gopee gorakhanatha gorakhnath gorana goranka gorazd gordan gordana gordiano gorkem gorun gosto goswamee goswami gothard gottardo gotum
gouranga goutam govinda gracian graciana graciliano gracja gradimir grady granville gratian gratiana gratiela grato grayce grayson grazia
graziana graziano graziella grazina gregg gregoire gregor gregoria gregorian gregorio gretchen greyson grga grgo grgur grigore grigorije
grimaldo griselda grizelda grover grozdana gualberto gualtiero gubio gudakesa gudakesha gudrite gudrun guelfo guenda guendalina guenievre
guerin guerrino guglielmo guher guiberto guido guilhemine guillemette guillermina guiscardo guiseppe gulbahar gulben gulcin guldem guldeste
gulegen gulemen gulen guler gulgun gulhan gulnaz gulpembe gulriz gulsum gultekin gulumser gumesindo gumus gunars gunay guncicek gundelinda
gundogdu gundogmus guner gungor guniz gunnar gunnur gunsel gunseli gunter gunyaruk gurbuz gurcan gurdal gurdev gurhan gurol gursel gussie
gustav gustava gustave gustavine guus guusje guven guvenalp guvercin guyot guzey gvendolina gvozden gwenaelle gwendolyn gwido gyorgy habbab
habil hacib hadley hafi hafid hafshah hagen hailee hailie hairyanto hakem haki haldun haleigh haley halie halim halis halit halle hallie
hamdullah hami hamima hamit hamsini handan hanefi hanga hannabel hanne hannes hanno hanus haralamb haralambie harald hardana hardi hardouin
harimurti harinakshi harinarayan harit harita harja harjasa harjaya harjo harmon harold harsana harsanto harsaya hartaka hartana harto harun
haseki hasibi hasim hasin haskell hasmet hassie hasta hastal hata hatem hatip hattab hattie hauke havel havla hayal hayali hayati haydar
haylee haylie hazan hazar hazle heber heda hedelin hedi hedviga hedvika heema heidrun hein helier helin helio hellen helmer heloise hendra
hendri hendrika hennes henning henrich henrick henrieta henrietta henriette henrik henrike henryka heracleea herbert herberta herluin herman
hermann hermenegildo hermina hermine herminia herminio hernan hershel herta hertha heru heryanto hester hesti hettie hicabi hidaya hidde
hieronim hikmet hilaire hilar hilario hilarion hilarius hilary hilbert hilda hildebert hildegard hillard hillary hilma hilmi hilton himadri
himawan himmet hincmar hipolit hipolito hippolyte hiram hiranmay hiranmaya hiranya hisam hjalmar hobart holden hollie hollis homero honor
honore honorine honorius horac horace horacio horacy horatiu horea hortense hortensia hortensie hortenzia hortenzie horymir horymira hosea
hostimil hostimila hostimir hostimira hostislav hostislava hostivit houston hovard howell hoyt hrvoj hrvoje hrvojka huccet hudavendigar
hudayi hugues huguette hulda hulki hulusi huma humay humberto humeyra huner hunor hurkan hursit husameddin husamettin husnu husrev huub
huzeyfe hvalimir hvezdoslav hvezdoslava hyacint hyacinta hyman hynek hypolit iacob iacopo iacopone iago iancu ianira ianis iboja ibrani ibun
icaro icha icie icilio iclal idell idella ieremia ifeanyichukwu iffet iginia iginio igino ignac ignacie ignat ignata ignatius ignazio ignjat
ihvan ikbal ikeme ikhidie ikhsan ikicitoyun ikin ikrime ilarie ilario ilarion ilay ilbey ilbilge ilda ildebrando ildefonso ildegarda
ildegonda ildika ildike ilene ilenia ilgegu ilgmars ilham ilhami iliana ilias ilija ilinka ilja iljana ilkay ilkben ilke ilko ilksen ilkyaz
illidio illuminato ilmars ilqar ilsa ilva ilza imelda imge imke immacolata immacolato immanuel imogene imre imrem imrich inanc inara inars
incoronata indah inder indra indrikis indro indy inesa inez ingeborg ingeborga ingmars ingrida inguna inja inka innocente innocenty
innocenza innocenzo inocenc inocentiu intan ioanina iolanda iole ione ionelia ionica ionne iorio iosefina iosif ippocrate ippolito irawati
irena irenej ireneo ireneus ireneusz ireti iriana iride iridenta irinc irinckol irinel irisa irma irmak irmina irnanto irsad irtis irvin
irving irwan irwin isabeau isabell isabelly isac isacco isadore isai isaia isaias ischirione iseult iside isidor isidora isidore isidoro
isidro isis ismaele ismerie isolda isom isotta israel issac istvan italia italo itil itri iuliu iurie iustin iustina iustinian ivah ivancica
ivanka ivano ivanoe ivar ivek iven iveta ivetta ivica ivna ivona ivonne ivor ixtiyar izaak izabella izaiah izaias izajasz izak izel izidor
izidora izmael izolda izydor izzet izzettin jabal jace jacey jachym jacinthe jacinto jackeline jacklyn jacky jaclyn jacoba jacobo jacobus
jacquelyn jacques jacynthe jadesola jadon jadran jadrana jadranka jadranko jadro jadyn jaeden jaelynn jaeman jaga jagadish jagadisha
jagapati jagaraga jagathi jagica jagmeet jahnu jaida jailey jailyn jaiman jaimini jaimy jairo jais jaivey jaka jakayla jakob jakov jakuba
jakubina jakubka jale jalen jalon jalou jalyn jamaal jamalia jamarcus jamel jameson jamey jamir jamison jammie janae janaina janelle janessa
janeta janica janick janie janin janina janine janiya janka janko janna janne jannek jannes jannie jannik jannis jano janos janosch jany
japhet jaquan jaquelin jaqueline jara jaren jari jarmil jarmila jarne jarno jarod jarolim jarolima jaromil jaromir jaromira jaron jaroslav
jaroslava jarret jarrett jarrod jarvis jarwa jarwadi jarwi jasen jasenko jasmani jasmijn jasmina jasna jasnena jaswadi jati jatmiko jaunita
jautrite javas javi javonte jaxx jayadi jayce jaycee jayde jaydon jayeng jaylan jaylano jaylin jaylinn jaylon jayme jayne jayvano jazeps
jazlyn jazmyn jazmyne jazzlyn jazzlynn jeana jeanette jeanie jeanne jeannel jeannette jeannie jeannot jedediah jedidiah jefferey jeffery
jeffry jefri jefta jehanne jekabs jela jelica jelisaveta jelita jelka jella jelle jelmer jelte jena jenel jenifer jennie jennings jennyfer
jenovefa jensen jente jeppe jerad jerald jeramie jeramy jerel jeremi jeremiah jeremias jeremiasz jeremie jergus jermain jermey jerod jeromy
jeronimo jeronym jerrell jerrod jerrold jesa jesika jesper jessika jesslyn jesslynn jessy jessyca jette jettie jevgenijs jevrosima jewell
jezdimir jidde jilji jillian jimi jimmie jimram jinawi jindra jindrich jindriska jinte jinthe jiri jirina jitender jitendra jitka joachim
joah joanie joann joannie joanny joany joas jocelyn jocelyne jodi joelina joeline joelle joep joes joesph johan johana johanna johathan
johnathan johnathon johnnie johnpaul joko jolana jolayemi joleen jolie jolien jolijn jolin jolina joline jona jonatan jonathon jonna jono
jonte joojo joost jordana jordane jordi jordon jordy jorga joris jorn jorrit jort joscha joschua josef josefa josefien josefin josefina
josefine josep josephin joshuah josiah josiane josianne josip josipa josko joso josse josselin jost josua josy jourdain jovani jovanka
jovanny jovany joya joza joze jozefa jozefina jozsef jozue juda judah judd judicael judita judite judson judyta jugoslav jula julan jule
jules juli juliane julianne julide julieta julija julijana julijs julika julina julio julita julius juliusz jumadi jumari juna junayd june
junius juno juraj juri jurre jusma juste justen juston justus justyn juta juul juvenal juwan jyotis jyotsana kabil kacung kade kadem kaden
kader kadin kadrican kadriye kaela kaelyn kaia kailash kailee kailey kailyn kairav kaitlin kaitlyn kajen kala kaleigh kalender kaley kalinda
kalinik kalistrat kalle kallie kalpana kalyani kama kamala kamalesh kamaria kambali kamber kamelya kameron kamidin kamilla kamille kamlesh
kamren kamron kamryn kamuran kanak kanaka kanchan kanda kane kani kania kannan kannen kanti kapgar karaca karahan karak kardi karel karelle
kari kariane karianne karimah kariman karine karja karlee karley karli karlie karlijn karlis karlo karlotta karman karmela karmen karna
karolann karoline karsa karsana karson karta kartika karunanidhi karya kasandra kasey kashyap kashyapi kasian kasim kasiran kasiyah kaspar
kasper kassandra kastor kasusra kata katarina katelin katelynn katerina katharina katheryn kathlyn kathrin kathryne katica katija katina
katlyn katlynn kato katrina katrine kattie katun kavon kawaca kawaya kayaalp kayca kaycee kaylah kayley kayli kaylie kaylin kaynak kayra
kayun kazanc kazi kazimierz kazimir kazimira kazkatun keagan keano keara keely keenan keerti kees keet kekik keklik keles kellen kelley
kelli kelsi kelsie kelton kemalettin kemba kenari kendall kende kendra kendrick kenes kenna kennedi kennith kensi kent kenya kenyatta kenyon
kenza kenzo keon kepez keramet kerami keremsah keshaun keshawn kesme kessaf keven kevon kevser keyken keyon keyshawn kezia kezlik kiana
kiandra kianna kiara kiarra kiel kiera kika kiki kiley kilian kimberly kimi kincso kirana kiraz kirilo kirk kirstin kjeld kjell klaas
klarencjusz klaudian klaudie klaudius klaudiusz klavs kleber klemens klement klementina klementyna kleopatra kliment klotylda knut koen koko
koksal kolby kole koleta koloman kolombin kolombina kolos kolumban kolumbin kolumbina konrads konstance konstancie konstancja konstantin
konstantins konstanty konstantyn konsuela konzuela kopano kora koralia korbin korbinian kordula korey korina korinna korkut kornel korneli
kornelie kornelius korneliusz kory kosma kosmas kosta kraig krasava krasomil krasomila krasoslav kresimir kresomysl krijn kris krishnadas
krishnadasa krisjanis kriss krista kristan kristen kristi kristian kristiana kristians kristie kristijan kristin kristina kristine kristof
kristofer kristoffer kristopher kristy kristyna krisztian krisztofer krsto kruno krunoslav kryspin krystal krystel krystina krystof ksawera
ksenija ksenofont kubat kubilay kubura kuddusi kujoe kumari kumru kumuda kuncara kunhuta kunthara kurnia kursad kurtis kusuma kutbettin
kuzman kveta kveton kvetos kvetoslav kvetoslava kvetuse kvido kwamena kwintyn kyan kyano kyara kylee kyleigh kyler laal labuh lacramioara
lada ladarius ladislao ladislau ladislav ladislava lafayette laisha lajos laksana lakshman lakshmidhar lakshminath laksita lala lale lalita
lambert lamberto lamih lamont lanang lancilotto landen landolfo laney lanfranco langgeng lanjar lantar lapo laras laron larry larue lascar
lasma lasmanto lasmono laswi laszlo latife latika laurane laure laureen laureline laurenc laurencie laurencja laurencjusz laurene laurens
laurentia laurentino laurenty laurentyna laurenz lauretta laurian lauriane laurianne lauriano laurie laurin laurine laury lauryn lautone
lavada laverna laverne lavina lavinio lavize lavon lavonne lawrencia lawson laxman layne lazar lazare lazaro lazzaro leana leander leandr
leandra leandre leann leanna leatha leda leendert lega legawa leif leilani lejla lela lelah leland lelia leman lembah lemide lempi lemuel
lene leni lenia lenja lenka lenn lenna lennard lennart lenne lennert lennie lennox lenora lenore lenya leodegar leokadie leola leona leone
leonel leonhard leoni leonia leonid leonida leonidas leonids leonie leonilda leonio leonne leonora leontin leontina leontine leontyn
leontyna leonzio leopardo leopold leopolda leopoldina leopoldine leopoldo leopoldyna leora leos leposava lera lerzan lesana lesek lesly
lessie lestari lester leta letha leticie letitia letizia letterio leufroy levent levente levi levin levke levoslav lewin liah lian liana
lias liba libbie libena liberata liberato liberatore libere liberio libero liberto libor libora liboria liborio liboslav liboslava libusa
libuse lica licia lida lidania lidija lidio lidmila lieke liene lietald lieto lieuwe lieve ligia liksma lila lilian liliane lilianna lilien
lilith liliya lilla lilli lillian lilliana lilou lilyan liman limar linde linett linn linne linnea linnie lintang linus linwood lioara
lisandro lisann lisanne lise liselotte lisette litzy liva livia liviana livie livija livino livio livius liyam liyana liza lize lizeth lizz
lizzy ljiljana ljuba ljubica ljubisa ljubomir ljudevit lodovica lodovico loek loes loet lolade lolita loma london longin lonie lonnie lonny
lonzo lora loraine loreen lorelei lorella loren lorenc lorene loreno lorenz loreta loretta lori loriana lorin lorine lorrain lota lotar
lothaire lothar lott lotta lotte lotti lottie loua louay loup lourdes louvenia lova lovorka lowell loyce lubica lubomir lubomira lubor lubos
luboslav luboslava lucca luce lucentiu luciana lucien lucienne lucija lucijan lucile lucilla lucille lucio lucious lucius lucja lucjan
lucretia lucretiu lucrezia ludano ludek ludie ludise ludivine ludivoj ludka ludmila ludolphe ludomil ludomila ludomir ludomira ludoslav
ludoslava ludovico ludovit ludvik ludvika ludwig ludwik ludwika luella luena luhung luigia luise luiza luize lujza lukita lukman lukrecie
lukrecius lula luluh lulut luminosa lumir lumira lune lungelo lura lurhur lurline lutfan lutfi lutfullah luther luthfi lutibor lutobor lutz
luuk luus luwar luwes luzie lyam lyda lydie lyle lynda lynette lysanne maad maaike maan maarten maartje maas mabela mabelle mable maca
macaire macaria macario maccabeo macey maci mack macy madalena madaline madalyn maddalena madelief madelyn madelynn madge madhuri madie
madilyn madisen madisyn madita madleen madlen madonna madyson maegan maes maffeo magali magdalen maggiorino magno maguelone mahaut mahendra
mahesa maheswar mahfud mahir mahmut mahulena mahzun maica maik mailin maimunah maiorico maira maite maiya majda makara makary makayla
makenna makenzie makinwa maksud makuta mala malati malco malena malia malin malina malinda malisa mallaury mallie mallory malo malou malti
malvina malvine maman mamante mamert mamie manah manasse mancio manda mandaakin mandakini manel manetto manfred manfredo mangala mangalya
mani manik manikya manilio manjusha manley manlio manoah manole manona mansueto mansvet manu manuele mara marah marana maras marceau marceli
marcelin marceline marcelino marcell marcella marcelle marcellus marcheta marciano marcis marcos marcu mareike maren marena mareta marga
margana margareta margarete margarett margaretta margarette margarida margers margie margita margot margret marguerite mariadi mariah
mariane marianna mariano maribel marica maricarmen maricica marieke mariela mariella marielle marieta marietta marija marijana marijn marika
marilena marilie marilou marilu marilyne marinela marinella marinetta marinko marino marinus marioara marisa marit marita marite maritza
mariuca marjan marjolaine marjorie marjory marketa markika marla marlee marleen marlen marlena marli marlie marlo marly marolo maros marrit
marsito marsudi martaka martana martani marthe martine martino marton marty martyna marut maruta marwata marwin maryadi maryann maryanto
maryjane maryna maryse marzia marzio masa masinka massima massimiliano matan matei matej mateja matheus mathias mathijs mathilda mathis
mathurin matija matis matiss matko mato matous matroniano matthieu matthijs matthis matti mattie mattis matus matyas matylda matz maud maude
maudie maugis maura mauricette maurilio maurine maurits mauro maurycy mawuena mawusi maxellende maxence maxie maximilien maximillia
maximillian maximo maximus maxmilian maybell maybelle maye mayeul maymie maynard mayoor mayson mayte mazie mckayla mckenna meagan meaghan
mecislav mecislava meda medard medardo medea mederic medine medoro mees megane meggie meghnad meghnath mehriban mehtap meik meike meire
melani melania melanio melany melba melchiade melchior melchiorre melda melenija melezio melichar melih meliksah melina melinda melis melisa
melisande melissandre melita melitina melle mellie melodi melodie mels melvin melvina melyna melyssa memduh menardo mence menelao meneo
menka menno mennone menodora meral mercede mercia mercurio merel meric merih merijn merl merle merlin merovee merritt mertie mervin
messalina mestan meta metello metod metodej metra metrofane mette mevlut meyra micael micha michala michale michalina micheal michel michela
michelangelo midas mieke mihael mihail mihailo mihajlo mihaly mihnea mihriban mija mijat mika mikail mikayla mikel mikelis mikki miklos
mikolas mikulas milada miladin milana milanka milanko milano mildred mileta miley milford milic milik milisav milivoj miljan miljana
miljenko milka milla millicent milojica milomir milon milorad miloslav miloslava milota milou milous milovan milovin milred milton miluse
milutin mima mimma mimo minakshi mindy minerva minervina minervino minodora mioara miodrag miomir miran mirco mirella mireya miriama mirja
mirjam mirjana mirka mirkelam mirna miro mirocleto miromil miromila miron mirona miroslav miroslava mirre mirta mirte mirthe mirtil miruna
mirza misa misael misaele misko mislav missouri mitar mitch mitchel mithat mitica mitrut mittie mlad mladen mnata mnislav mnislava modesta
modesto modrite mohinder moira moise moises moisette mojmir mojzesz mojzis momir momira monaldo monalisa monde monitore monroe monserrat
monserrate montana monte monvids morena moreno morgana morgane moriah moric moris moritz morten mortimer morton mose mossie mozell mozelle
mozes mpho mstislav muammer muaviye muaz mudite muesser mufid muge mugur mugurel muharrem muhtar muhterem muhtesem muhyiddin mujdat mujde
mujgan mujur mukadder mukaddes mukerrem muktedi muktedir muktefi mukul mulya mulyanto mulyono mumpuni mumtaz munevver muni muren muriela
murl murray mursinin mursita murti musir muslih mustika mustofa mutahhar muteber mutemed mutia muttalib muyiwa muzdad muziano myah myla
mylan mylene myriam myrl myrna myrthe myrtice myrtie myrtil myrtis nabi naci nada nadalina nadezda nadi nadja nadzieja naemi nafiz
nagabhushanam nahil naim naja najwa nakia nalan nalar nalini namazio nanda nandor naneta nannie naoufal naoufel napoleone nara naradi
narayan narcis narcisa narciso narcisse nardi narendra narji narseo narsete nasab nash nastja natale natalija natalina natanael nataniel
natasa nathanael nathanial nathen natiq natka naud naudet naura navin nayeli nazan nazario nazariusz nazary nazif nazmi nazzareno nazzaro
neal nebojsa necat necati necdet nechifor necib necla necmettin neda nedeljko nedim nedjeljka nedjeljko nedra neele neeltje nehemie nehoslav
neiva nejat neklan nela nelda nele neli nella nelle nelli nelly nels nena neoma neopolo neoterio nepomuk nera nerea nereo neri nesa neset
nesim neslisah nesrin nestor nestore nettie neva neven nevena nevenka nevin nevio nevra nevzat newell nezamysl nicarete nicea niceforo
nicephore niceto nicezio nichifor nicholaus nichole nicklaus nickolas nicla niclas nicoara nicodemo nicodim nicolai nicolaie nicoletta
nicolette niculina niculita nicusor nicuta nidia niek niels niene nienke nihad nihan nika nike nikkie nikko niklas niklavs niko nikodema
nikol nikolai nikolas nikolasz nikoleta nikolina niksa nilam nilde nilgun nimakoah nimas nimit ninfa niniano nino ninthe nirbhay niro nisan
nives niyaga niyazi nizamettin njegomirka noami noan noella noelle noema noemy nola nolan nolen nomi nona noortje norah norberta norberto
nore norene norica norina normand norris norval norwood nostriano noud nouri nout novak novan novi noviana novita nowi nqobile nrima
nthabiseng nubia nuccia nugraha nukhet nunziata nunzio nural nuran nurettin nurgul nurgun nuria nurlan nursel nurseli nurul nurullah nusa
nusret nyana nyasia nynke nyoman oana obie obioma obrad obren ocie octav octavia octaviana octavio octaviu oddone odell oderico odessa odeta
odetta odette odidone odie odile odilia odilon odin odolen odon odorico ofelia ofelie ofelya oger ognjana oguz oguzhan ojars ojaswini okey
oksan okta oktavian oktavie oktavius oktay okto olaide olbram olcay oldrich oldriska olegs olen oleta olgerts olgica olimpian olimpio
olimpiu olin olinda olindo oliva olivera olivie oliviera oliviero olivija oliviu olufunmi oluwunmi olympe olympia olympie oman omana
omawunmi ombline ombretta omero onder ondina ondrej ondrejka onesta onesto onie onofrio onorata onorina onorino onorio onoriode onufry
oormila opalina opaline opan ophelia opung oran orazio orchidea oren orenzio oreste orestes orfeo oriana oriande oriane orie orietta orin
orio orion orland orlando orlane orlo ornella oronzo orpha orrin orsino orso orsola orsolina ortansa ortensia ortensio orval osanna osbaldo
osborne osmondo osmund ostoja osvald osvaldo oswald oswaldo otakar otakara otello otha otho otilia otilie otilija otmar otokar otomar
ottaviano ottavio ottilia ottilie ottis ottone otylie oumayra oury ovidio ovidius oxana oyku ozana ozanne ozcan ozden ozella ozer ozhan
ozkan ozlen oznur ozren paciano pacifico pacome pacomio padmi paiman paja pakize palatino palemon palladia palladio palma palmazio palmira
palmiro pamfil pammachio panagachie panait panca pancario pancrazio pandu panfilo pangeran pangestu panji panka pankrac pankracy panna
pantaleo pantaleon pantaleone param paramartha paramita paraschiva pardi pardo paride paris parker parla parman parmenio parsival parsla
parvati pascale paskal paskala paterne paterniano patricie patricija patricio patrik patrizia patrizio patroclo patru patrycjusz patrycy
patti pattie paule paulette paulica paulin pauside pava pavel pavica pavils pavla pavle pavlin pavlina pavol paxton payidar payton pearlie
pearline pecine peggie peggy pelagia pelagie peleo pelhrim pelinsu pelle pellegrino pembe penelopa pepe pepijn pepin pepo pera perceval
percival peri perica pericle perihan perikles perkasa perla pero perran perrine perseo persida pertev peruna perver pervin perzida petek
peteris petko petr petrana petre petrica petrija petrisor petronela petronila petronilla petronille petronio petronius petruse petrut
petruta petula peyami phileine philemon philibert philine philipp philippine philomene philothee philou pien piera pierangelo piergiorgio
pierluigi piermarco pierrick piersilvio piet pieter pippo piraye pius placida placido platon platone pleun plinio plutarco pola polidoro
polifemo polikarp polissena pollione polykarp polyxena pompeo pompilia pompiliu pomponio ponziano ponzio poornima porfirio porfiriusz
porfiry porzia porziano postumio praba prabawa prabowo prabu prakosa pramila pran pranata pranawa prasad prasetya prasetyo prassede
prathamesh pratiwi pravdan pravdomil pravdomila pravomil pravomila pravoslav pravoslava prayag prayitna prayoga prayogo predrag preity prema
premysl priamo pribyslav pribyslava prima primerose primo prisca priscila priscilla priscille prisco priska prita privato priyala procopio
profira prokles prokop prokopa prokul proserpina prospera prospero protasio proteo providenci prudenzia prudenzio prvoslav publio puji
pulcherie pupolo puput purnima purushottam purwa purwadi purwanto pushti pusicio puspa puspita puti putri putu qori quartilla quasimodo
queenie quentine querano quieta quinten quintia quintiliano quintilio quintino quinton quinty quinziano quinzio quirin quirino quiteria
rachela rachele rachelle rachid raci rada radan radana radegast raden radenko radhost radika radim radimir radimira radina radisa radislav
radislava radit raditya radivoj radivoje radka radko radmil radmila radmilo radojka radolfo radomil radomila radomir radomira rados radosav
radoslav radoslava radovan radovana radslava raducu radul raduz radvan raegan rafet raff raffaele raffaella rafid rafila rageshwari
rageswari raharja rahayu rahime rahmawati rahmi rahsaan rahsan raide raif raik raimondo raimund raina rainald rainaldo rainelda rainhard
rainold rajendra rajko rajmund rajna rajnold rajsa rakita raleigh ralf rama ramaa rameshwar ramiro ramiz ramon randal randall randi randolf
randolph ranek rangga raniero ranjeet ranko ranolfo raoul raphaelle rapulane rashad rasheedah rasim rasit rasko rasmus rastislav rastislava
rati ratibor ratih ratimir ratmir ratna rayen raymonde raymundo reanna reba rebeca rebeka rebekah rebekka recai redmond reese refah refet
refik regina reginald reginaldo regine regnars regolo reha rehor rehorka reina reine reinhold reis rejean rejeanne reka reksa relja remig
remigio remilekun remington remo remondo remzi renars renat renato renaud rendy rene rengin renja rens renske renzo respati respicio ressie
restu resul reta retha retno retta reva revi reybaud reyes reymundo reyna reynold rezzan rhett rhianna rhoda rhonda riana rica ricards
ricario riccarda richarda richelmo richie richmond rickey rickie rico rieke rigoberto rija rika rike rina rinaldo rini rino ristana rizki
robaldo robb robertina robi robina roch rochelle rodan roderik roderyk rodger rodiano rodolfo rodoljub rodolphe rodrick rodrigue roel
rogelio rohana roko rolande rolando rolfo rollin roma romane romanita romano romans romee romero romeu romilda romina romoaldo romola romolo
romuald romualdo romul romulus romy ronaldo ronja roos roosevelt rosalee rosalia rosalie rosalina rosalinda rosalyn rosamond rosamunda
roscoe roselin roseline rosella roselyn rosemarie rosendo roser rosetta rosina rosita roslyn rosman rosmunda rossana rossella rossie
rostislav rostislava rovena rowena rowland roxane roxelana roxy royce roza rozalia rozalie rozalinda rozamunda rozana rozella rozina rozita
rozvita rubiano rubie rubye ruchan rudis rudite rudolf rudolfa rudolfina rudolfs rudolph rufina rufino rufo ruggero ruhsar rukhmani rukmin
rukneddin rumena ruperto ruprecht rusins rusman russ russel rustu ruthe ruthie rutilo ruxanda ruya ruza ruzena ruzica ryann rylan rylee
ryleigh saadat saar saban sabar sabato sabazio sabele sabino sabri sabryna sacid sadan sadberk sadettin sadi sadina sadri sadullah sadye
safae saffet saffiro saffo safi safira safouan safouane safta sahap sahinalp sahsuvar saiful saige saim saiq saka sakir sakti saladino
salamoun salimah sallie salomea salomena salomey salomon salomone salomoun salsabila salustio salwa salwator samanta samara samed samiah
samih samil samim samo samona samsul samuela samuele sancho sanda sandor sandrine sandro sandu sanem sanford sanjin sanka sanna sanne
sansone santa sante santina santino santo sanya sanziana saphira sapiente sarada sarai sarala sarani saraswati sarbello sarina sarisha sarka
sarla sarlota sarmite saroja sartika sarvin sasa sascha saskie saturniano saturnin saturnino satya satyen saul saulcerite sauveur sava
savanah savannah savas savel saverio saveta savi savin savina savinien savino savion saxona sayan scholastika scholastique schuyler
scolastica scot scottie scotty sebas sebastiaan sebastiana sebastiano sebastiao sebestian sebnem secaeddin secil seckin seconda secondiano
secondina secondo sedef seden sedrick sedrik sefer seff sefik sefora segolene seher sehlevent sehrazat sekinat selahattin selale selami
selcan selda selen selene selina selmer selvaggia selvi semenica semiramide semplicio sempronio semra semsi sena sener senesio sengul senka
senn senne sennur senofonte senol senta sepp seppe septi serafettin serafin serafina serafino seraphin serapione serban serbulent seref
seren serenus sergej sergen sergi sergiusz serin sermet sermin serpil sertac sertap servac servidio serviliano sesto settar settimio settimo
setya seval severa severiano severin severina severine severino severo sevil sevinc sevket sevki sevtap sevval seyban seyda seyfettin seyfi
seyfullah seyma seyyit shaina shakti shakuntala shalewa shana shanel shanie shanna shanny shanon shantanu shanti shany sharda shari shashi
shashikala shawna shaylee shayna shayne shea sheela sheldon shelia shelly sher sheri sheridan sherly sherman sherri sherwood shivakari
shobhana shresth shresthi shreyashi shridevi shrishti shubha shubhaprada shwet shyann sibilla sibyla sibylle sico sicuro siddarth siddhi
siddhran sidiq sidoine sidon sidonia sidonie sidonio siebe siem siep sigebert sigfrid sigfrido sigismond sigismondo sigmund sigurd sihab
sihabeddin siir silja silvan silvano silvere silverio silvester silvestr silvestro silvian silviana silvie silvija silvio silvius simeon
simeona simeone simge simina simion simisola simo simonetta simonida sinasi sinesio sinfronio sinica sinisa sinja sinkler sintia sireno
siria siriano siricio sirineu sirio siro siska sisto sitara siti sixt sixte sixtine sixtus sjoerd sjors skaidrite skarlet skarleta skylar
slamet slavek slaven slavena slaviboj slavibor slavica slavka slavko slavoboj slavoj slavoljub slavomil slavomila slavomir slavomira
slobodanka sloka smaranda smeralda smil smiljana smilla smita smriti sname snezana snjezana soave sobeslav sobeslava soccorso socrate sofie
sofija sofronia sofronie sokrat solange soleh soline solocone solon solveig solveiga soma somnath somu sona sonja sonke sonya soof soraia
sorana sostene sosteneo sostrato soter sotira spano spartaco spencer speranta speranza speranzio spidola spirydion spytihnev srboljub srecko
sredoje srna stana stanca stancu stanford stanimir stanislao stanislas stanislava stanko stanton stasa stasta staza stef stefana stefanie
stela stelian steliana steluta sten stepana stepanka stephan stephania stephany stephon sterre stevan stijn stiliano stina stipan stipe
stiriaco stjepan stojanka stojmir strahinja stribor subhash subhashini subhasini subhi subodh sucheta suci sudeva sudi suelen suheyl sukanya
sukru suma suman sunay suncica surano sururi surya suryakant suryakanta suryakantam susana susanna susheel sushil suus suzan suzana suze
suzon svatava svatoboj svatobor svatomir svatopluk svatoslav svatoslava svea svebor svenja sverre svetislav svetla svetluse svetolik
svetomir svetozar sveva sviturno swapnil swara swarnalata swassane sweta syahrini sybilla syble sydnee sydni sydnie sylva sylvester
sylvestre sylviane sylwester szabolcs szczepan szofi szofia szonja tabea tabita taceddin tacjana taddeo tadeas tadija tahsin taib taide
talat talay talea talip talis talita talivaldis talrits tamas tami tamia tamina tamino tammaro tammo tammy tana tancrede tancredi taner
tanguy tanirika tanju tankred tansu tantri tanushree tanushri tanyeli tapan tarcisio tari tarja tarkan tarquinia tarsilla tarso taryn tasa
tasdik taswir tatana tatjana tatum taufan taufik taurean taurin tavares tayfun tayler tayyar taziana taziano tazio teagan tecla tedi teea
teguh teije teja tekin tekinalp tekla telchide telemaco telica temel temistocle teobald teobaldo teodata teodolinda teodorik teodoro
teodosia teodosio teodoto teodoz teodozie teofan teofil teofila teogene teohari teoman teona terenc terencius terencjusz terenzio tereza
tereze terezia terezie terrance terrell terrence terri terrill tertuliano terzo tesauro tesifonte tessie teudosia teun teunis tevfik tevhid
tezcan tezel tezer thad thaddeus thalea thalia theobald theodor theodorik theodose theodosie theofan theofil theofila theophile theophraste
therese theresia theron thibert thies thije thijmen thijn thijs thilo thirza thom thora thorben thore thorge thurman tibaldo tibbe tiber
tiberia tiberio tiberius tibor tiburcius tiburzio tichomil tichomir tichon ticone tieme tierra tihomir tija tijana tijmen tijn tijs tillman
tillmann timbul timea timm timmothy timmy timo timoleon timon timotei timotej timoteo timoteus timur tinca tincuta tino tiphaine tira tirone
tirta tirtayasa tirza titi titien titilayo titilope titin tito titus tizian tiziano tizio tjark tobia tobiasz tobiloba tobin todor tolomeo
tolunay toluwani toma tomasa tomaska tomiloba tomislav tomislava tomke tommie tomo tonci toncica toney tonija tonka tonko tonnin tonya toon
torben torey torkvat torquato torrance torrey tosca tosco toska toussaint traci trajan tranquillo trasea travon tremaine tremayne trent
trenton tressa tressie treva trever trevion tricia trilochan trilochana trilok trilokanath trilokesh triloki trine tristano tristian tristin
triston trpimir trpko trudie trycia trystan tsabita tuana tudora tudorita tudosia tufan tugay tugiman tugrul tugtekin tuhfe tulay tulin
tullia tulliano tullio tumer tunahan tunar tunay tunc tuncer turan turgay turi turibio turkan turkay turker turkes turna turold tushar
tussio tutku tuur tvrtko twan twila tycho tygo tyra tyree tyrel tyron ubaldo ubertino uberto uchita udai udit ugis ugolina ugolino uguccione
uhra ujjawal ukbe ulberto ulderico ulduz ulfa ulfet ulfo ulgen ulices ulises ulisse uliva ulker ulku ulpiano ulrico ulrika ulstano ulus ulva
ulvi ulviye ulya ulysse umang umay umaya umile ummiye umur umuralp unal undine unggul unjani unna unsel unseli upendra upik upton uranio
urbain urbano urdino uriah uriel uriele urmila ursicio ursino ursmaro ursule usame usyi utama utku uttam uygu uzeyir uzodimma vaclav vaclava
vada vadim vaha vahdet vahid vahide vaidehi vaijayanthi vaijayanti vaishno vaishvi vala valburga valdemar valdemara valdemars valente
valentijn valentim valentino valentins valentyn valer valera valere valerian valeriana valeriano valerico valerija valerijs valery valfredo
valfrido vallie valtena valtr vance vanda vanesa vania vanja vanna vanya varalakshmi varo varvara vasanti vasil vasilica vasilisa vasko
vasudev vasudeva vasudha vasundhara vatroslav vaughn vavrinec vecdi veda vedang vedanga vedanshi vedasto vedran vedrana veduna veerle vefa
vefik vega vehbi veit velana velda veleslav veleslava velibor velimir velimira velina velio velislav velislava vella velma velva vena
venance venanzio vencel venceslao venceslas venceslav venceslava vendel vendelin vendelina vendula vendulka venek venera veneranda venerando
venere venerio veniamin venka ventura venuse venusta venustiano venusto verano verda verdiana verdie vere verecondo verena verenzio vergie
veriana verica veridiana verla verlie vern verna verner vernice vernie vernon vero verona veronique veroslav veroslava verulo veselinka
vesile veslava vesma vespasiano vesta veta veysel veysi vezio vianney vicdan vicenta vicente vicentia vicentiu vickie victoire victorien
victorin vida vidak vidal vidhur vidiano vidone vidor vidur vienna viera vieroslava vieve viggo vigile vigo vijeko vijolite viktoria
viktorie viktorin vildan vilem vilema vilemina vilfredo vilhelmine viliam viliana vilibald viliberto vilma vilmar vilmars vilmos vimala
viman vincenc vincencie vincentiu vincenza vinciane vindonio vinebaldo vinfrido vinicio vinka vinnie vinsen vinz violante violette viorela
viorica virag virgie virgil virgilio virginio virman virone visarion viscardo vishwamitra visnja vissia vitale vitalico vitalijs vitazoslav
vitezslav vitezslava vitold vitoria vitoslav vittore vittoriano vittorio vitus vivaldo vive vivi viviana viviane vivianne viviano vizbulite
vjekoslav vjenceslav vladan vladana vladek vladena vladimir vladimira vladimiro vladislava vladivoj vlado vlaicu vlasta vlastimil vlastimila
vlastimir vlastimira vlastislav vlastislava vlatka vlatko vodingo voichita voicu vojen vojin vojislava vojmil vojmir vojmira vojslav
vojslava vojtech vojteska voldemars volfango volfgang vorsila vratislav vratislava vratko vrinda vrund vseboj vsebor vserad vseslav vsevolod
vujadin vujica vukan vukasin vukica vukota vulmaro vulpiano vuslat vyas wahyu waino wakiman waldo walenty walentyn walentyna waleran waleria
walerian walery walgierz wallace walton waluyo wandrille wanesa wani wardaya wardi warji warley warsa warsita warta washington wasis wava
wawan wawrzyniec waylon webster weldon wende wendell wessel westley weston wiara wibke widya wiebke wies wilber wilbert wilbur wilburn wiley
wilford wilfredo wilfrid wilfryd wilhelmina wilhelmine willa willard willem willi willie willis wilma wilmer wilton wincenty winda winfield
winnifred winona wira wirda wirginia wisnu witalis woodrow wout wouter wulan wulandari wyatt wyman xanana xaver xaverie xaverius xavi
xaviere xenia xenie xenophon xzavier yadira yakubu yaman yance yango yani yannic yannik yannis yaprak yarah yassin yassine yassir yazmin
yekta yelda yener yenthe yesim yessenia yessi yetkin yfke yinthe ylvi ylvie yoann yogendra yoginder yolande yonca yono yoshiko yosun younes
youp ysaline yseult yuce yucel yuksel yuliana yumni yuni yunita yven yves zabedeo zabina zaboj zaccaria zaccheo zachar zachariah zacharias
zachariasz zacharie zache zachery zackary zackery zaenab zafer zafir zahide zahit zaida zakary zakelina zalan zalindra zama zamfir zamfira
zamir zaneta zanete zanis zanita zanna zanobi zaraza zaria zarije zarina zarko zaur zavida zavis zbislav zbyhnev zbyhneva zbynek zbynka
zbysek zbyska zbyslav zbyslava zdan zdana zdena zdenek zdenka zdenko zderad zdeslav zdeslava zdik zdirad zdislav zdislava zdravko zechariah
zefiro zejnep zekai zekeriyya zekiye zelaya zelda zelibor zelimir zelimira zelinda zelislav zelislava zeljka zeljko zella zelma zelmir
zelmira zeltite zenaide zenebio zenija zeno zenobia zenobie zenobio zenon zenone zenovia zente zephirin zerrin zeteny zetico zetta zeyd
zeyneb zeynel ziedite zigfrida zigfrids zigmars zigmund zigrida zihni zikmund zile zina zinaida zita zitomir zitomira zitoslav zitoslava
ziva zivan zivana ziver ziya ziyanda zizi zlatan zlatica zlatka zlatko zlatomir zlatomira zlatuse zoeva zofie zoie zoila zoilo zoja zoltan
zora zorana zorka zoroslav zoroslava zosim zosima zosimo zrinislav zrinko zselyke zsofia zsolt zsombor zubeyde zubeyr zubite zuhal zula
zulal zuleyha zulfa zulfikar zumrut zuzana zvezdana zvonimir zvonimira zvonko
`;
