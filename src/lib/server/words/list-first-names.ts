/* Names, one line after another; a line that begins with # says where those after it are from. */
export default `
# First names of the origins met in schools here: a list of our own, for what published lists lack. Lower case, without accents.
# English and Scottish, and what is much heard
aaron abbie abby abi abigail adam adrian aidan aiden aimee alan alana albert alec alex alexa alexander alexandra alexis alfie alfred alice
alicia alisha alison alistair allan amanda amelia amelie amy andrea andrew andy angela angelica angus anita ann anna annabel annabelle anne
annie anthony antonia antony archie arlo arthur asha ashleigh ashley ashton aston aubrey austin ava bailey barbara barney barry becca becky
bella ben benedict benjamin bernard bertie beth bethan bethany betsy betty billie billy bobbie bobby bradley brandon brenda brendan brian
bridget britney brody brooke bruce bryan bryony caitlin caleb callie callum calum cameron candice carl carla carly carmen carol caroline
carrie casey cassandra cassie catherine cathy charley charlie charlotte chelsey cheryl chloe chris chrissy christian christina christine
christopher ciara cindy claire clara clare claudia clayton cody colin colleen connie connor conor cora corey cory courtney craig curtis
cynthia daisy dan dana daniel daniella danielle danny daphne darcey darcy darren dave david davina dean deanna deb debbie deborah declan dee
demi denise dennis derek dexter diana diane dominic donna donovan doreen doris dorothy doug douglas duncan dylan eddie edith edward edwin
eileen elaine eleanor elena eli elijah elisha eliza elizabeth ella ellen ellie elliot elliott ellis elsa elsie emily emma emmanuel eric
erica erin ernest esme ethan eva evan eve evelyn evie felicity felix fern fiona flo florence floyd frances francesca francis frankie fred
freddie frederick freya gabby gabriel gabriella gareth garry gary gavin gemma geoff geoffrey george georgia georgie georgina gerald
geraldine gerard gina gladys glen glenn gloria gordon graeme graham greg gregory gwen hailey hanna hannah harley harriet harrison harry
harvey hayden hayley hazel heather heidi helen helena henry holly howard hugh hugo ian imogen irene iris isaac isabel isabella isabelle
isaiah isla isobel ivan ivy izzy jackie jackson jacob jacqueline jade jaden jago jaiden jaidyn jake jamal james jamie jan jane janet janice
jared jasmin jasmine jason jasper jay jayda jayden jaydn jayjay jaylen jayson jean jeff jeffrey jemima jemma jen jenna jennifer jenny jeremy
jerome jerry jess jesse jessica jessie jill jim jimmy jo joan joanna joanne jodie jody joe joel joey john johnny jon jonah jonathan jonny
jordan jordyn joseph josephine josh joshua josie joyce jude judith judy julia julian julie julien juliet justin kai kaiden kali kara karen
karina karl kate katelyn katherine kathleen kathryn kathy katie katy kay kaya kayla kaylee kayleigh keeley keira keith kelis kellie kelly
kelsey kelvin kenneth kenny kenzie kerry kev kevin kian kieran kieron kim kimberley kira kirsty klara kody kurt kyla kyle kylie kyra lacey
lance lara laura lauren laurence lawrence layla layton lea leah leanne lee leigh leila lena lennon lenny leo leon leonard leroy lesley
leslie lewis lexi lexie liam libby lilah lilly lily linda lindsay lindsey lisa liv liz lizzie lloyd logan lois lola lorna lorraine louie
louis louisa louise luca lucas lucia lucinda lucy luke luna lydia lynn lynne lyra mabel macie mackenzie maddie maddison maddox madeleine
madeline madison mae maggie maia maisie malcolm mandy marc marcia marco marcus margaret maria marian marianne marie marilyn mario marion
marissa marley martha martin martina marvin mary mason mathew matilda matt matthew maureen maurice mavis max maxine maxwell maya meg megan
meghan mel melanie melissa mercedes mia michael michaela michelle mick mickey miguel mike mikey mila millie milly milo mimi minnie miranda
mitchell mo mollie molly monica monty morgan morris moses muriel mya myles myra nancy naomi nat natalia natalie natasha nate nathan
nathaniel neil nell nellie nelson nev neville niall niamh nicholas nicky nico nicola nicole nigel nikita nikki nina noah noel nora norma
norman oakley olive oliver olivia ollie olly oscar otis owen paige pam pamela patricia patrick patsy paul paula pauline penelope percy perry
pete peter petra phil philip philippa phillip phoebe phyllis pippa polly poppy preston quentin rachael rachel ralph raymond rebecca reece
reg regan reggie reuben rex rhian rhiannon rhys ricardo richard rick ricky riley rita rob robbie robert roberta robin robyn roderick rodney
roger roland romeo ron ronald ronnie rory rosa rosalind rosanna rosemary rosie ross rowan roxanne roy ruby rudy rufus rupert russell ruth
ryan ryder sabrina sadie sally sam samantha sammie sammy samson samuel sandra sandy sara sarah saskia scarlett scott sean seb sebastian
selena serena seth shane shania shannon sharon shaun shauna shaunna shawn sheila shelby shelley sheryl shirley sian sid sidney siena sienna
silas simon simone skye skyla sofia sonia sonny sophia sophie stacey stacy stan stanley stella steph stephanie stephen steve steven stevie
stewart stu stuart susan susie suzanne sybil sydney sylvia tabitha tamara tamsin tania tanya tara tasha taylor ted teddy tegan terence
teresa teri terry tess tessa thea thelma theo theodore theresa thomas tia tiana tiffany tilly tim timothy tina toby todd tom tommy toni tony
tracey tracy travis trevor tristan troy tyler tyson una ursula val valerie vanessa vera verity veronica vicki vicky victor victoria vince
vincent viola violet virginia vivian vivienne walter wanda warren wayne wendy wesley whitney wilfred william willow winifred winston xander
xavier yasmin yvette yvonne zac zach zachary zack zak zane zara zena zoe zoey zuri
# newer English names
albie alby arlo blake bodhi brax brodie caden caelan colby cole cruz dakota dawson dion ella-mae ellie-mae enzo ethyn ezra gracie harleigh
harlow hudson hunter jax jaxon jaxson jett kacey kaci kacie kaelan kaidan kaleb kayden kaylan keaton keegan kenzi kobe kobi koby korben
lacie leighton lexus lillie lilly-mae lincoln lyla lylah maisy marlon mckenzie mylo nevaeh oaklee peyton presley quinn ralphie reagan reggi
remi remy rio rocco ronny roux ryley sawyer shay sonnie tate taya tayla teigan theodora tiegan tobias toby-lee tyla tylah tyrone zander
zayden
# Irish
aodhan aoibheann aoibhinn aoife brendon bronagh cahal cahir caoimhe cathal cian ciaran ciaron cillian cliona clodagh colm colum conall
cormac dara daragh darragh dearbhla deirdre dermot diarmuid donal donnacha eamon eamonn eanna eimear eithne emer enda eoghan eoin fergal
fergus fiadh finbar fintan fionn fionnuala grainne laoise lorcan maeve mairead malachy meabh muireann naoise neasa niall niamh nuala odhran
oisin orla orlaith paddy padraic padraig roisin ronan rory ruairi ruari ruaridh sadhbh saoirse seamus senan shane sinead siobhan sorcha
tadhg tiernan turlough una
# Welsh
aled alun angharad anwen arwel bethan bleddyn branwen bronwen bryn cadi carwyn carys catrin ceri cerys delyth dewi dylan eilidh eirlys eleri
elin elis emrys emyr eurig ffion gareth geraint gethin glyn gruff gruffydd guto gwenllian gwilym gwion gwyneth hefin heledd huw hywel iestyn
ieuan ifan ioan iolo iwan lleucu llewellyn llinos llio llyr lowri macsen mali mared mari megan meinir menna meredith mererid morfydd morgan
nerys nia non osian owain rhian rhiannon rhodri rhydian rhys sion sioned siwan steffan tomos tudur wyn
# Scottish
aileen ailsa alasdair cailean callan catriona coll eilidh euan ewan ewen finlay finley fraser gillian greer hamish iain innes iona isla jock
kirsten kirsty lachlan mairi malcolm mhairi morag morven murdo niamh rabbie ruaraidh shona struan
# West African
abena abeo abimbola abiodun abiola abosede adaeze adaobi adaora ade adebayo adebola adedayo adekunle adeola adesuwa adewale adeyemi adjoa
adwoa afia afua aisosa ajoke akinola akosua akua akwasi alaba ama amaka amara amarachi ameyo ami amina aminata amma awa awo ayo ayobami
ayodele ayokunle ayomi ayomide ayotunde babajide babatunde bayo bimbo binta boateng bola bolanle bolu buchi bukola bunmi chiamaka chiara
chibueze chibuzo chichi chidera chidi chidinma chidubem chiedozie chiemeka chika chike chikezie chima chimamanda chinaza chinedu chinelo
chinenye chinonso chinyere chioma chisom chizoba chukwudi chukwuemeka chukwuma dami damilola dapo dayo dele demilade dotun ebele ebere ebuka
echezona edem efe efua ekene ekow elikem emeka emmanuella eniola enitan esi esosa esther eyram ezinne fade fadekemi fatou fatoumata fela
femi fifi fiifi fikayo fisayo folake folarin folasade foluke funke funmi funmilayo gbenga gifty habib hadiza ibironke idowu ifeanyi ifeoma
ifunanya ige ijeoma ike ikechukwu ikenna iniobong isioma iyabo jide jideofor jumoke kayode kehinde kelechi kemi kobina koffi kofi kojo kosi
kosisochukwu kunle kuukua kwabena kwadwo kwaku kwame kwasi kweku kwesi lade lamin lanre lekan lola mamadou mariama mawuli modou mojisola
momodu moyo musa naana nana ndidi nduka ngozi nii nkechi nkem nnamdi nneka nnenna nonso nosa nwando obi obinna obiora ochuko odion ofori
ogechi ogochukwu okechukwu okon ola olabisi oladele olajide olamide olanrewaju olayinka olu olubunmi oludare olufemi olumide oluwadamilola
oluwafemi oluwaseun oluwaseyi oluwatobi oluwatosin oluwole omolara omotola onome onyeka onyinye osagie osas osaze oumar ousmane paa panyin
rotimi sade samba sanusi segun sekou seun seyi sheriff simi sola somto sophonias taiwo tayo temi temidayo temitayo temitope tobe tobenna
tobi tochi tola tolu tomi tomiwa tope toyin tunde tunji uche uchechi uchenna ugo ugochi ugonna uju ume urenna uzo uzoma wale wunmi yaa yaw
yemi yetunde yinka zainab ziggy zikora
# Somali
abdalla abdallah abdelkader abdi abdifatah abdihakim abdikarim abdinasir abdiqani abdirahim abdirahman abdirizak abdisalan abdiwahab
abdiweli abdul abdulaahi abdulaziz abdulhakim abdulkadir abdulla abdullah abdullahi abdulmalik abdulqadir abdulrahman abdulsamad adan aden
ahlam ahmed-nur aisha ali amal amiin amina amran anab ascha asha asiya asli ayaan ayan ayanle bashir bilan bile bishaaro burhan caasha cabdi
cabdulqaadir cali cumar cusmaan dahir deeq deeqa degan dhuuxo ebyan elmi faduma fadumo farah fardowsa farhan farhia farhiya farida fartun
fartuun fatuma filsan fowsiya gedi geedi guled habiba haboon halima halimo hamdi hamse hanad hani haweya hibaq hibo hinda hodan hodo hoodo
hussein ibrahim idil idman idris ifrah ikraan ikran ilhan iman ismail istahil istar jama jamilah kadra kaltun kawsar khadija khadra khalid
khalif layla libaan liban luul mahad mahamed mahamud maryam maryan maxamed mukhtar muna munira mustafe nagad naima najma nasra nasteexo
nasteho nimco nimo nuradin nuur omar osman qamar qasim rahma ramla raqiya rayaan roda rooda saado saafi sabrin sacdiya sagal sahal sahra
saida samatar shamso sharmarke shukri siham suad subeer suhayb sumaya sundus ubah warda warsame yaasmiin yahye yasin yonis yusuf zahra
zakaria zamzam zeynab
# South Asian, Punjabi
aaradhya aarav aarti aaryan abhay abhishek aditi aditya advait akash akshay amandeep amar amarjit ambika amit amita amrit amrita amritpal
anand ananya anaya aniket anil anish anisha anita anjali ankit ankita anoop anupam anushka aparna arav arjan arjun armaan arnav arun aruna
aryan asha ashish ashok ashwin atharv avani avinash avneet avni ayaan ayush balbir baljit balraj balwinder bhavesh bhavik bhavin bhavna
bikram chandni chetan chirag daksh daljit deepa deepak deepika deepti dev devansh devi devika dhruv dhruvi dilip dilpreet dinesh dipesh
disha divya divyansh diya ekam ekta esha fateh gagandeep ganesh garima gaurav gauri geeta girish gita gopal govind gurbir gurdeep gurdip
gurinder gurjit gurleen gurmeet gurnoor gurpreet gursimran gurtej gurvir hari harish harjinder harjit harjot harkirat harleen harman harmeet
harneet harpal harpreet harsha harshil harshita harveen hemant hetal himani hitesh inderjit indira isha ishaan ishan ishani ishita jagdeep
jagdish jagjit jagraj jai janaki janvi jasdeep jashan jaskaran jaskiran jasleen jasmeet jaspal jaspreet jasvir jaswinder jatin jaya jayesh
jeevan jhanvi jigar jignesh jyoti kabir kajal kamal kamaljit kamla karan karanveer karishma karthik kartik kashish kavita kavya keshav
khushi kiran kirandeep kirpal kirti komal krish krisha krishan krishna krupa kuldeep kulwinder kunal kush lakshmi lakshya lata laxmi leela
madhav madhu mahesh mahi manav mandeep mandip maninder manish manisha manjit manju manmeet manoj manpreet manraj manvir mayank mayur meena
meera mehak mehul mihir milan minal mira mithun mohan mohini mohit mukesh nakul naman namrata nandini naresh narinder navdeep naveen navjot
navneet navraj navya neel neelam neeraj neha nidhi nihal nikhil nila nilesh nimisha niraj niral nirali nirmal nirvaan nisha nishant nitin
nitya nivedita padma pallavi pankaj paras pardeep parminder parth parul parveen pavan pavandeep payal piyush pooja poonam prabhjot prabhleen
prachi pradeep prakash pranav pranay pratik praveen preet preeti prem prerna priti priya priyanka puja punam puneet purvi rachna radha
raghav rahul raj raja rajan rajat rajbir rajdeep rajeev rajesh rajinder rajiv rajkumar rajni rajpal rajveer rakesh rakhi raman ramandeep
ramesh ramneet ranbir rani ranjit rashmi ravi ravinder reema reena reet rekha renu reshma riddhi rishabh rishi rishika ritesh ritika ritu
riya rohan rohini rohit roopa roshan roshni ruchi rudra rupa rupinder sachin sagar sahib sahil sai saira sakshi samar sameer sandeep sandip
sangita sanika sanjana sanjay sanjeev sanjit sanvi saravanan sarita satish satnam satvir saurabh savita seema shaan shalini shankar sharan
shilpa shiv shiva shivam shivangi shivani shraddha shreya shreyas shruti shubham shyam siddharth simardeep simran simranjeet simranjit
simranpreet sneha sonal sonali sonam sonu srinivas sudha sudhir suhani sujata sukhbir sukhdeep sukhjit sukhmani sukhpreet sukhraj sukhvir
sukhwinder sumit sumitra sunaina suneet sunil sunita suraj suresh surinder surjit sushant sushma swati tanisha tanmay tanuja tanvi tanvir
taran tarandeep taranjit tarun tej tejal tejas tejinder trisha tulsi uday ujjwal uma urvashi usha vaibhav vaishali vandana vani varsha varun
vasant ved veer vidhi vidya vijay vikas vikram vikrant vimal vinay vinod vipul viraj virat vishal vishnu vivaan vivek yash yashika yashvi
yogesh yuvraj zubin
# Muslim South Asian and Arabic
aadil aafia aahil aalia aaliyah aamina aamir aamna aaqib aariz aasia aasiyah aasma abbas abeer abid abida abrar abubakar abubakr adeeba
adeel adeela adil adnan afaq afifa afreen afsana afshan afzal ahad ahmad ahmed ahsan aiman aimen aisha aishah aisyah aiza ajmal akbar akeel
akhtar akram aleem aleena aleesha aleeza aleezah ali alia alina alisha alishba aliya aliyah aliza almas altaf aman amani ameen ameena ameer
ameera amin amina aminah amir amira amirah ammaar ammar amna amnah anam anas anaya aneela aneesa aneesah anisa anisah anjum ansar anum anwar
aqib aqsa areeb areeba areej areesha arfa arham arif arifa arisha arman arooj arsalan arshad arslan asad aseel asef asfand ashfaq ashraf
asia asif asifa asim asiya asiyah aslam asma asmaa asmah ateeb atif atiqa atiya awais ayaan ayah ayan ayat ayaz ayesa ayesha ayisha ayman
aymen ayra aysha ayub azaan azeem azhar aziz aziza azka azra badr bakar bareera bariah basim basit basma batool batul benazir bilaal bilal
bilqis burhan bushra dania danish daniyal danyaal danyal daud dawood dua ebrahim eesa eesaa ehsan ejaz emaan eman erum eshaal eshal faaiz
faatimah fahad fahd fahim fahmida faisal faiz faiza faizaan faizah faizan fakhar falak falaq farah faraz fareed fareeda fareeha farhad
farhan farhana farheen faria farida fariha faris fariz farooq farrukh faryal farzana fatema fatemah fatiha fatima fatimah fatma fawad fawzia
fayaz faysal fayyaz fazal feroz fida fiza fizza furqan ghazala ghulam habeeb habib habiba habibah hadi hadia hadiya hadiyah hafeez hafsa
hafsah hafza haider hajar hajra hajrah hakim haleema halima halimah hamad hamda hamdan hameed hamid hamida hammad hamna hamza hamzah hana
hanan haneef hani hania hanif hanifa haniya haniyah hareem haris harith haroon hasan hasanat haseeb hashim hashir hasna hasnain hassan hawa
hawwa haya hayaa hayat hiba hibah hifza hijab hina hira hooriya huda hudhayfah humaira humairah humayra humayun humza hunain huraira husain
husayn husna hussain hussein huzaifa huzaifah ibraheem ibrahim idrees idris iffat ifrah iftikhar ihsan ijaz ikhlaq ikra ikram ilyas imaad
imaan imad imama iman imani imran imrana inaaya inam inaya inayah insha iqbal iqra iqrah irfan irha irsa irum isa ishaq ishrat ishtiaq
ismaeel ismael ismail isra israa israr izaan izhaan izza jabeen jaffar jahanara jahangir jahid jalal jaleel jamal jameel jameela jamil
jamila jamilah jannat jasim javaid javed jawad jaweria jawwad juber junaid juned juwairiyah kabeer kainat kaleem kalim kalsoom kamil kamran
kanza kareem kareema karim kashif kausar kawthar khadeeja khadeejah khadija khadijah khaled khaleel khalida khalil khalilah khansa khawla
khizar khuram kinza kiran kulsoom kulsum labeeba laiba laibah lamia lamya latif latifa lubaba lubna luqman maahi maaria maaz madeeha madiha
maha mahad mahdi maheen mahfuz mahira mahjabeen mahmood mahmud mahmuda mahnoor mahreen mahrukh maida maimuna majid majida malaika malak
maleeha maleeka maliha malik malika malikah manaal manahil mansoor mansur maqsood mariam mariyah mariyam marwa marwah maryam maryum masood
masoom masud masuma mawra maya mazhar medina mehdi mehmood mehreen mehrunisa mehwish minahil minha minhaj miriam misbah misha mishaal mishal
mizan mizanur moazzam modasser moeen mohamad mohamed mohammad mohammed mohd mohsin moin momina monsur moosa mubarak mubashir mudassar
mudassir muhammad muhammed muhsin mujahid mujeeb mukhtar muneeb muneeba munir munira munza muqaddas murad mursal murtaza musa musab musfirah
muskaan muskan muslima mustafa mustakim muzammil nabeel nabeela nabiha nabila nadeem nadia nadim nadira naeem naeema nafeesa nafisa nahid
nahida naila naima najam najib najma naqash nargis nasar naseem naser nashit nasima nasir nasira nasreen nasrin nasser nauman naveed nawal
nawaz nayab nayeem nayla nazia nazim nazir nazish nazma nazmin nazmul nazneen nida nigar nighat noman noor noora noorulain noreen nosheen
nour noura nousheen numan nur nura nureen nusaiba nusaybah nusrat omaima omair omer orhan osama owais parveen parvez qadir qaisar qamar
qasim qudsia raafay rabab rabia rabiya rabiyah radiyah raees rafay rafi rafiq rafiqul rahat raheel raheela raheem rahim rahima rahma rahmah
rahman raiha raihan raisa rajab rameen ramisa ramsha rana rania raniya rashed rasheed rashid rashida rauf raufa rawdah raya rayaan rayan
rayhan rayyan raza razan razaq razia reem rehaan rehan rehana rehman riaz rida ridwan rifat rijja rimsha rizwan rizwana rohaan romaisa
romana romaysa rubab rubaiya rubina ruhi rukaya rukhsana rukhsar rukia rumaisa rumana rumaysa ruqaiyah ruqayah ruqayya ruqia saad saadia
saba sabah sabahat sabeeha sabeen sabiha sabina sabir sabira sabrin sadaf sadia sadiq sadiya sadiyah saeed saeeda safa safaa safah safia
safina safiya safiyah safiyya safwan sahar saher sahrish saida saif saifullah saima sajad sajid sajida sajjad sakeena sakina salah saleem
saleh saleha salih saliha salim salima salma salmah salman sama samad samah samar sameen sameena sameer sameera samia samiha samina samir
samira samiul samiya samiyah samrah sana sanaa sanah sania saniya saqib saqlain sara sarim sarmad sarwar saud sawda sayed sayeda sayeeda
sayma sehar sehrish selma shaan shabana shabaz shabir shabnam shafeeq shafiq shafqat shagufta shah shahana shahbaz shaheed shaheen shaheena
shahena shahid shahida shahin shahmeer shahnaz shahrukh shahzad shahzaib shaista shakeel shakil shakila shakir shakira shama shamas shameem
shamim shamima shams shamsa shanaz shaqib sharif sharifa shayaan shayan shazia shehnaz shehryar shehzad sheikh sheraz shereen shifa shireen
shoaib shuaib shumaila siddiq siddiqa sidra sidrah sobia sohaib sohail somaya soraya subhan sufyaan sufyan suhaib suhail suhana suhayla
sulaimaan sulaiman suleiman suleman sultan sultana sumaira sumaiya sumaiyah sumayah sumayya sumayyah sumera summaya syed syeda syeeda
tabassum taha tahera tahir tahira tahmid tahmina tahseen taiba taimoor taimur talha talhah talia tania tanjila tanjina tanveer tanvir taqwa
tariq tasmia tasneem tasnia tasnim tauseef tawfiq tayyab tayyaba tayyib tayyibah tehmina tehreem thahmina touqeer ubaid ubaidullah umaima
umaimah umair umairah umama umamah umar umarah umer umm ummehani umran unaisa urooj uroosa usama usman uthman uwais uzair uzma wafa wahid
wajid wajiha waleed walid waliyah waqar waqas warda wardah waseem wasif wasim yahya yaqoob yaqub yaseen yaser yasin yasir yasirah yasmeen
yasmin yasmine younis yousaf yousef yousif yousra youssef yousuf yumna yunus yusef yusra yusrah yusuf zaara zaeem zafar zaheer zahid zahida
zahir zahira zahra zahrah zaid zaima zain zaina zainab zainub zaira zakariya zakariyah zaki zakia zakir zaman zanib zara zareen zareena
zarghuna zaroon zarrah zayaan zayan zayd zayed zayn zayna zaynab zeba zeenat zeeshan zehra zena zeshan zia zikra ziyad zobia zoha zohaib
zohra zoya zubaida zubair zuhair zuhra zulaikha zulekha zulfiqar zunaira zunairah
# Arabic
ahlam amjad ayham basel bashar bayan dana dima fadi faten firas ghada ghaith ghassan hadeel hala hamdan haneen hanin hazem hicham hisham
hoda houda iyad jad jana jihad joud judy jumana karam kenan khuloud laith lamees lana leen lina lujain lulwa maher majd manar marwan mayar
mays maysa maysoon mazen mona mouna mounir mourad muhannad nabil nader nadine najat naji nawaf nazar nidal nizar noha nouran obada omran
osama qais qusay raed raghad rami ramy rand raneem ranim rasha rawan rayan razan reda rima rouba roula ruba saber salem samer sami shadi
shahd shatha sherif shorouk sondos souad suha suhaila sukaina tala taleen tamer tamim tareq wael wafaa walaa wassim wiam wissam yamen yara
yazan yousra youssra zakariya zein zeina ziad
# Eritrean and Ethiopian
abeba abel abiel adiam adonay afewerki almaz amanuel asmerom aster awet bereket bethlehem biniam biruk bruk daniot dawit eden ephrem ermias
eskinder eyob feven fikir filimon filmon fiyori freweini gebre genet girma goitom haben haile hailu helen henok hermela hiwet isayas kibrom
kidane kidus lemlem lidya liya luwam mahlet makda mebrahtom mebrat medhanie mehari mekdes melat merhawi meron mikal mikias milena misgana
mulu mussie nahom nardos natnael nebiyu negash noah rahel robel ruta saba samrawit samri selam selamawit semhar senait senay sennait simon
sirak soliana solomon surafel tekle temesgen tesfa tesfay tesfaye tigist tsega tsegay tsehay tsion winta winti yabsera yared yodit yohana
yohannes yonas yonatan yordanos yosef yosief zekarias zelalem zerai
# Caribbean and African-Caribbean British
ahanu akeem akua aliyah amari anthea antoine antonio antwan asante ashanti beyonce breanna brianna cadeem calvin chanel chanelle chantal
chantel chantelle chevonne cleveland clive damion dante daquan darnell darrell dashawn deandre deja delano delroy deon deshawn desmond
destinee devante devon devonte dijon donte dwayne elroy errol fabian fitzroy garfield garvin glenroy isaac jabari jada jaheim jahiem jahmai
jahmal jahmari jahmel jahmene jahvon jamar jamari jamarl jamelia jarrell javon jermaine jevaun jevon kadeem kadeen kadian kadisha kaheem
kareem keanu keiron keisha kelisha kelissa kemar kemoy keneil kenrick kenton keshia kimani kymani kymarni lakeisha lamar lashawn latasha
latisha latoya lavar lavern leon leshawn levar linford lloyd malachai malachi malakai malaki malik marquis marsha marvella mekhi micah
mikhail monae monique myron nakita natoya nekisha nevaeh neville nyah nyasha okeno omari omarion orville patrice quincy raekwon raheem
ramone raquan rashawn renee rianna ricardo rihanna romaine romario roshane rushane sanjae sanjay shadae shanelle shanice shanika shaniqua
shaniya shantay shantel shantelle shaquille sharelle shariah shemar shenice sheniqua shereece sherelle shevon shyanne tamika tanisha tarique
tashan tashana tawana tenisha tevin tianna tiarna toni-ann tyrece tyreece tyreek tyreke tyrell tyrese tyrique tyrone tyshawn wayne winston
xavier yanique zhane zidane zion
# Chinese, Vietnamese, Korean, Japanese
aiko akira an-na anh bao bich binh bo chang chau chen chenxi chi ching chun chunhua cuong dai dan dat dinh duc dung duong emi fang fei feng
guang guo hai hanh hao hao-ran haoran haoyu haruto hien hieu hinata hiroshi hoa hoang hong hu hua huan hui huong huy huyen hyun hyun-woo
hyunwoo jia jiahao jiahui jian jiaqi jiawei jiayi jie jihoon jimin jin jing jingyi jisoo jiwoo jun junjie junyi kaiwen kenji khanh khoa kiet
kim lan lei li liang lihua lili lin ling linh liu luo mai manh mei meiling ming mingzhe minh minjae minji minjun minseo nam naoki nga ngan
nghia ngoc nguyen nhi nhung phat phong phuc phuong ping qi qiang qing quan quang quoc quyen quynh rong rui ruoxi sakura seojun seoyeon shan
shu shuang siyu sora soyeon sungmin tai takumi tam tan tao thanh thao thi thien thinh thu thuy tien toan trang tri trinh truc trung tu tuan
tuyet uyen viet vinh vy wei weiming wen wenjie xi xia xian xiang xiao xiaofei xiaoli xiaolong xiaoming xin xinyi xinyu xiu xuan xue yan yang
yanling yejin yen yi yifan yihan yiming ying yixin yu yuan yue yuhan yuki yun yuna yuto yutong yuxi yuxin yuxuan zhe zhen zheng zhi zhiwei
zhong zhou zihan zihao zimo zixuan ziyi ziyu
# Polish
agata agnieszka aleksander aleksandra alicja amelka ania antek antoni arek arkadiusz artur barbara bartek bartosz basia beata blanka bogdan
boguslaw bronislaw cezary czeslaw dagmara damian danuta darek daria dariusz dawid dominik dorota edyta eliza elzbieta emilia ewa ewelina
fabian filip franciszek franek gabrysia gosia grazyna grzegorz halina hania hanna henryk hubert iga ignacy igor ilona irek iwona iza izabela
jacek jadwiga jagoda jakub jan janek janusz jarek jaroslaw jerzy joanna jola jolanta jozef julka justyna kacper kaja kajetan kamil kamila
karol karolina kasia katarzyna kinga klaudia konrad kornelia krystian krystyna krzys krzysiek krzysztof ksawery kuba lena leszek lidia
liliana lukasz maciej maciek magda magdalena maja maks maksymilian malgorzata malwina marcel marcelina marcin marek mariola mariusz marta
marzena mateusz michal mieszko mikolaj milena milosz mirek miroslaw monika natan nikodem nikola norbert ola olaf olek oliwia oliwier oskar
patrycja patryk pawel piotr piotrek przemek przemyslaw radek radoslaw rafal renata robert roksana ryszard sandra sebastian seweryn slawek
slawomir stanislaw stas stefan stefania sylwia szymek szymon tadeusz tola tomasz tomek tymek tymon tymoteusz urszula waldek waldemar wanda
weronika wiesiek wiktor wiktoria wiola wioletta witek wladek wojciech wojtek zbigniew zbyszek zofia zosia zuza zuzanna zuzia zygmunt
# Romanian
adelina adina adrian alexandru alin alina ana anca andra andrada andreea andrei anghel antonia ariana aurel aurelia bianca bogdan calin
camelia carmen catalin catalina cezar ciprian claudiu corina cornel cosmin costel costin crina cristi cristian cristina dacian dan dana
darius delia denis denisa diana dima doina dorin dragos dumitru eduard elena emil emilian fabian felicia florentina florin gabriela george
georgiana gheorghe gigi horia iasmina ileana ilie ilinca ioan ioana ionel ionela ionut iulia iulian iuliana larisa laurentiu lavinia liviu
lorena luca lucian luminita madalin madalina marian mariana marin marius mihaela mihai mirabela mircea mirela nelu nicolae nicoleta nicu
octavian olimpia ovidiu paul petru radu raluca ramona rares razvan relu remus robert rodica roxana rux ruxandra sabin sebi sergiu silvia
silviu simona sorin sorina stefan stefania teodor teodora tiberiu traian tudor valentin valeriu vali vasile veronica victor violeta viorel
vlad vladut zaharia
# Turkish and Kurdish
abdullah adem ahmet alara alparslan alper arda arzu asli asya atakan aylin ayse aysegul aysel aysun aytac azad azra baran baris batuhan
begum bektas belinay berat beren berfin berk berkan berkay berke beyza bilge birsen bora bulent burak burcu busra canan caner cem cemal
cemile cemre ceren ceyda cihan damla defne demet demir deniz derya dilan dilara dilek dilovan dogan doruk duygu ebru ece ecrin eda efe ege
ela elif elvan emine emir emirhan emrah emre ender enes engin eray erdal erdem eren erhan erkan erol ersin esin esma esra eymen fadime fatih
ferhat feride figen fikret filiz firat furkan gamze gizem gokce gokhan gonca gozde gul gulay gulcan gulsen gunes gurkan hakan halil haluk
hande hatice havin hazal hevin hilal hivda hulya huseyin husniye ibrahim ilayda ilhan ilker ilknur inci ipek irem ismet kaan kadir kagan
kemal kenan kerem kerim koray kubra kutay leyla mehmet melek melike meltem mert merve meryem mesut metehan metin mirac miray muhammet muhsin
murat mustafa muzaffer nazli nehir nergis nermin neslihan nihat nilay nisa nisanur nur nuray nuri okan omer onur orhan osman ozan ozge ozgur
ozlem pelin pinar polat poyraz rabia ramazan recep reyhan rezan ridvan rojda rojin rukiye ruzgar sahin salih sare seda sedat selcuk selim
selin sema semih serap serdar serhat serkan sevda sevgi sevim sezen sherzad shwan sibel sila sinan sinem songul soran suat sude sule
suleyman tarik tolga tugba tugce tuncay turgut ufuk ugur umit umut vedat veli volkan yagmur yakup yalcin yaren yasar yasemin yavuz yeliz
yigit yildiz yilmaz yunus yusuf zana zehra zeki zelal zeliha zerda zeynep zilan zozan
# Albanian
agim agron alban albana albin albiona alma altin amarda andi anila arben arberesha arbnor ardit arian arjan arlind arta artan behar bekim
besa besart besnik blerim blerta burim dardan denisa diellza donika drilon dritan edona elira elona endrit enis ergys erion ermal erza
fatjon fatos fitim flamur florent flutura gent genta gentian gezim ilir kastriot kreshnik kushtrim leart ledion leotrim liridon lirie lirim
lorik luan lule majlinda mentor mergim mimoza mirjeta petrit qendresa qendrim rinor rona rozafa shkelqim shpresa shqipe sokol teuta valdrin
valmir valmira valon vesa visar vjosa vlora xheni xhevahir yllka zamira
# Baltic
agne aiste algirdas anastasija artjoms arturas arvydas asta audra augustas aukse austeja dace dainius daiva daniils darius deividas domantas
domas dovile edvinas egle eimantas elina emilija erikas gabija gabriele gediminas giedre goda ieva ignas indre inese inga janis jokubas
jonas jurgis juris justas justina kamile karolis kotryna kristaps kristupas laima laurynas liga lina linas lukas mantas maris marius
martynas matas mindaugas modestas monika nojus oksana paulina paulius povilas raivis ramune rasa rokas rugile rytis sanita saulius simas
skaiste tadas titas tomas toms ugne urte vaida vaidas viktorija vilius vytautas zygimantas
# Ukrainian, Russian, South Slav
anastasia andrii andriy anton anya artem artur bogdana bohdan borys danylo daria darya dejan denys diana dima dmitri dmitry dmytro dragan
evgeny fedir galina goran halyna hanna hennadiy ihor illia inna irina iryna ivan ivana ivanna jelena jovan jovana kateryna katya khrystyna
kira kirill ksenia kyrylo larysa lesia lilia liubov luka lyuba lyudmila makar maksim maksym margarita marharyta maria mariia marko marta
masha matvii maxim mila milica milos mirko mykhailo mykola myroslava nadia nastia nastya natalia natalya nazar nemanja nenad nikita nikola
ognjen oksana oleg oleh oleksandr oleksandra oleksii olena olga olha orest ostap pavlo petar petro polina ruslan sanja sasha sergei sergey
serhii slava slobodan sofiia solomiya stanislav stefan stepan stojan svetlana svitlana tamara taras tatiana tatyana tetiana timofey tymofii
uros vadym valentyna valeria valeriia vasyl vera veronika vesna victoriia vika viktor viktoriia vitalii vlad vladislav vladyslav volodymyr
vova yana yaroslav yegor yehor yelena yelyzaveta yevhen yulia yuliia yuri yurii zhanna zlata zoran
# Portuguese and Spanish
afonso alejandra alejandro alonso alvaro ana andre andres antonella antonia armando aurora beatriz bernardo bruna bruno caio camila camilo
carlos carlota carmela catarina cesar cintia claudio consuelo cristiano cristobal dalila dani davi dayana diego dinis diogo domenica
domingos duarte edson eduarda eduardo eliane emiliano enzo esteban estela ezequiel fabio fabiola fabricio facundo felipe fernanda fernando
filipa filipe flavia francisca francisco gabriela gael gaspar gil gilberto goncalo gonzalo graciela guadalupe guilherme guillermo gustavo
hector heitor helder heloisa henrique hugo ignacio ines iris isabela isadora itzel ivan ivone jaime javier jazmin jesus jimena joana joao
joaquim joaquin jorge jose juan juana juanita juliana karla kaua kevin lara larissa laura leandro leidy leonardo leonor leticia lorenzo
lourenco luana lucas luis luisa luiz lupe lurdes luz mabel mafalda manuel manuela marcela marcelo marcio mariana marina marisol martim
martina mateo mateus matias matteo mauricio maximiliano mayra mercedes micaela miguel milagros murilo natalia nicolas noelia nuno oscar
otavio pablo paco paloma paola patricia paulo pedro pilar rafael rafaela raissa raquel raul renan renata ricardo rita roberto rocio rodrigo
rosana rosario ruben rui salvador samuel sandra santi santiago sara sebastian sergio silvia simao sofia soledad sonia tais tania tatiana
telma teresa thais thiago tiago tomas valentina valter vasco vera vinicius vitor wellington ximena yago yasmin yesenia yolanda
# French and Italian
adrien alessandro alessia amadou amelie angelo antoine antonella arianna aurelie baptiste bastien beatrice bianca camille caterina celine
chiara chloe claudio clement corentin dario davide delphine didier domenico donatella edoardo elisa elodie emanuele emile enrico etienne
fabien fabrice fabrizio federica federico filippo florian francesca francesco francois gaelle gaia gennaro giacomo gianluca gianni giorgia
giorgio giovanna giovanni giulia giulio giuseppe giuseppina guillaume helene henri herve ibrahima ilaria ines irene jacopo jean-paul jerome
juliette justine laurent lea leo lionel loic loredana lorenza louane luciano lucie ludovic ludovica luigi mael manon marcello margaux
margherita marius massimo mathieu mathilde matilde mattia maurizio maxime mehdi melanie michele mireille mirko moussa nadege nathalie
nicolas nicolo noemi noemie oceane olivier ophelie paola paolo pascal pasquale patrice philippe piero pierre pietro quentin raphael rebecca
regis remi riccardo rocco romain sabine salome salvatore sara sebastien serena serge silvana simone sofia solene sophie stefania stefano
stephane sylvain sylvie theo thibault thierry timothee tiziana tommaso umberto valentin valerie valerio vincenzo virginie vito vittoria
vivien xavier yann yannick yohan zoe
# German and Nordic
agathe anneke annika arne astrid axel bart birgit bjorn britta carsten dieter dirk elke erik ernst frieda fritz gerhard gisela greta gunther
hans heike heinrich helga helmut hendrik hilde horst ilse inge ingrid jens jochen johann johannes jorg jurgen jutta karin karsten katja
katrin klaus lars lasse liesel lukas magnus maike malte margit markus marlene matthias maximilian michaela monika nils olaf otto petra
rainer reinhard renate rolf rudi sabine sigrid silke soren stefan steffen susanne sven tanja thorsten tim tobias torsten ulrich ulrike
ursula uschi uwe volker werner wilhelm wolfgang
# Persian and Afghan
ahmadullah ajmal amirali anahita arash arezoo armin asadullah atefeh azadeh aziza bahar bahram behnam behrouz bismillah dariush daryoush
ehsan elaheh elham farhad farid farishta farnaz farshid farzad farzana farzaneh fereshteh freshta ghazal golnaz gulalai habibullah hamid
hamidullah hashmat hedieh hekmat hossein houman ilyas jawed kamran kaveh khatera khushal kian kiarash kimia ladan laila lailuma laleh
mahbooba mahsa mahtab majid malalai mandana maryam masoud meena mehdi mehran mina mirwais mitra mohsen mojtaba najib najibullah nargis nasim
nasrin nasrullah navid nazanin negar nematullah niloofar nima obaidullah omid palwasha parham parisa parviz parwana payam pedram pouya
rahmat rahmatullah ramin reza rohullah roxana roya saeid sahar saman samiullah sanaz sepideh setareh shabnam shadi shahin shahram shakib
shapur shirin shukria siamak siavash sina soheil sohrab soroush sweeta taraneh wahida wais wajma wali yalda yasaman zabi zabihullah zahra
zarifa zmarai
# Tamil and South Indian
aathavan abinaya abiram abirami achuthan agalya ahilan akila anbu anitha arivu arulini aruni arunkumar ashwini athira bala balaji bharath
bhargavi danushan darshan darshini dhanush dharani dinusha ezhil gayan gayathri gokul gopi hari harini hemanthi ilakkiya iniya jananan
janani janarthan jathusan jeyanthi kabilan kajan kajani kalai kamalini kanishka karthiga karthikeyan kaushik kavin kavini kavitha keerthana
keerthi kirishan kirushan kokila kumar kumaran kumaresan lathika lavanya logan madhavan madhumitha mahinda malar mathan mathuran mathusha
mayuran meenakshi menaka mithra mohana mugilan murali muthu nandhini narmatha nila nilani nimal nimalan niranjan nirosha niroshan nirthika
nishanthan nithya pavithra piranavan prabhu pranavi prasanna prashanth prathap pratheep priyan pugazh raguvaran rajitha ramanan ramya sagana
saji sanjeevan santhosh sarankan saranya sasi sathya senthil shangavi sharmila sharuka sharvesh shobana sinthu sivaram sobiya sriram sruthi
subashini sujan sujith suren suthan swetha tamil tharani tharshan tharsika thivya thulasi thushara umesh vaishnavi varshini vasanth vasuki
venkat vetri vidhya vigneswaran vijaya vinoth vishwa yalini yathavan yazhini
# East, South and Central African
akello akinyi alemayehu amani atieno awino bahati baraka barasa bora cedric chebet chepkoech christelle dieudonne exauce farai fiston
francine fungai furaha gathoni gloire grace-divine heritier imani jabulani jeancy jelani josue juma kabongo kagiso kamau karanja kevine
kioni kipchoge kiprop kudzai landry lerato lindiwe lwazi maina makena malaika mandla mbali merveille mukendi muthoni mwangi nakato naledi
naomie ncube ngugi nia njeri njoki nokuthula nomsa nomvula nsimba nyambura nyasha ochieng odhiambo okello otieno panashe plamedi rudo rufaro
ruth-merveille ruvimbo sibusiso simba sipho tafadzwa takudzwa tanaka tariro tatenda tawanda tendai thabo thandeka thandi thandiwe themba
tinashe tinotenda tresor tshala tsitsi vusi wairimu waithera wambui wangari wanjiru wekesa yannick zanele zodwa zola
# Hebrew and Yiddish
chaim chana chaya dov dovid eitan esti gitty itai leib liron malka menachem mendel moishe mordechai moshe motty noam ofir rivka rivky
shaindy shimon shira shloime shlomo shmuel shoshana talia tamar tzipporah tzvi yaakov yael yechiel yehuda yisroel yitzchak yossi zev
# Everyday words that are names too
abbey al amber angel ann art autumn bailey barney baron bay beau bell belle bill bless blessing bo bob bobby brad brandy brook brooks buck
bud buddy buster candy carol carter chance charity charlie chase christian clay coco colt comfort cooper crystal daisy dale dawn dean
destiny divine dolly don drake drew duke dusty earl ebony eddy emerald eve faith favour fay fern frank fred gene gift ginger glory goodness
grace grant gus hank happiness harmony harry haven hazel heather heaven holly honey hope hugo hunter ivy jack jade jane jasmine jay jazz jet
jewel jimmy jo joey john johnny josh joy junior justice ken kit kitty lance laurel lee lily lucky lulu mac marina mark martin mary mason
maverick max may melody mercy mick mike miller miracle misty mo molly ned nelson neo nick noble olive opal pat patience patsy patty peace
pearl penny peter pierce pip piper pixie poppy praise precious prince princess promise prudence queenie raven ray reed rex rick ricky riley
river rob robin rocky rod roger roman romeo ronnie rose rosemary rosie rowan roy royal ruby rusty ryder sage sally sandy scarlet serenity
sky sonny stan sterling storm success sue summer sunny tad tanner ted teddy tilly tim toby tom tommy tony treasure trey trinity trixie ty
tyson valentine victor vince viola violet wade walker warren wayne will willow willy wisdom wolf woody
# Nicknames
gaz baz daz shaz kaz caz jaz maz taz loz moz bazza gazza shazza kezza jezza hezza dazza tommo jonno johnno deano robbo davo stevo simmo jacko damo
macca smithy jonesy wilko jimbo timbo deano thommo hammo kev kez tez jez lozza mozza gazzy bazzy mo mozz dazzy jayz tyz kyro lilz abz shabz kwabz tunds femz
`;
