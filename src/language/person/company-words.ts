import { wordSet } from './fold.ts'

/** Words that organisations bear in their names and people hardly ever, folded: English, then Spanish, French and German. */
export const COMPANY_WORDS = wordSet(`
  academy access accounting acquisition action administration administrative advance advanced advertising advisers advisors advisory aerospace
  affairs affiliates agencies agency agricultural agriculture air airlines airport airways alliance allied ambulance america american
  americas analytics animal antiques apartment apartments apparel appliance appraisal aquatics architects architectural
  architecture armory army art arts asphalt assembly asset assets assistance assn assoc associated associates association assurance
  athletic athletics atlantic attorneys auction audio audit authority auto autobody automation automobile automotive
  aviation bakery band bank bankers banking banks bar barbecue bargain barn baseball basketball battery bay beach beauty beef beer
  benefit benefits best better beverage bicycle big bike bio biotech blues board boat body bold books bookstore boutique boutiques boys
  branch brand brands brewery brewing brick bricklayers bridge broadcasting brokerage brokers brothers bros builder builders
  building buildings bureau burger bus business businesses cab cabinet cabinets cabling cafe campaign campus candidate candidates capital car care
  carpet carriers cartage casino catering catholic caucus cellular cement cemetery center centers central centre century ceramics chamber
  change chapel chapter charitable charities charter chemical chemicals chicken children childrens chiropractic choice christian
  church cinema circle citizen citizens city civic classic cleaners cleaning clearing clerks climate clinic clinical clothing cloud club coach coalition
  coast coatings coffee college collegiate collision comm commerce commercial commission committee communication communications
  communities community companies compliance computer computers computing concepts concert concrete condominium conference congregation
  connect connection conservation conservative construction consultancy consultant consultants consulting consumer contracting contractor
  contractors control controls convention cooperative corporate cosmetics council counsel counseling counselors country county couriers courts
  covenant craft crafts creamery creative credit crossing cultural culture custom customs cycle cycling dairy dance data dealers defense
  deli deliveries delivery democracy democrat democratic democrats dental dentistry department dept dermatology design designers designs detail development
  developments diagnostics diamond digital diner direct discount disposal distribution distributing distributors district division dragon drug drugs
  dry dynamics early eagle east eastern eatery ecology economic economics education educational electric electrical electricians electronics
  elementary elevator elite embassy emergency employees employment energies energy engine engineering engineers enterprise enterprises
  entertainment environment environmental equipment equity escrow estate estates evangelical events excavating exchange executive expert
  experts exports exterior exterminators eye fabrication fabricators facilities factory families family farm farmers farms fashion
  fashions federal federation federated fence fencing fertilizer fidelity film films finance financial fire firefighter firefighters
  firm first fiscal fish fitness fleet flight floor flooring floors florist florists flowers food foods football for forest forestry
  foundation franchise fraternal freedom freight friends fuel fuels fund funding funds funeral furnace furniture future galleries gallery games gaming
  garage garden gardens gas gateway generation gifts girls glass global gop golf gourmet government graphic graphics great green
  greenhouse grill grocery grocers group groups growers growth guarantee guard guild gun gym habitat hair hardware harvest healing health healthcare
  hearing heart heat heating heavy heights help heritage high highway hills historical history hobby hockey holding holdings holistic
  holy home homecare homeowners homes hospice hospital hospitality hospitals hotel hotels house housing hs human hydraulics ice
  imaging immigration implement imports improvement independent industrial industries industry infrastructure inn innovation innovations
  innovative inspection installation institute institutes institution instruments insulation insulators insurance insurers integrated intelligence
  interactive interior interiors international internet investment investments investors iron ironworkers irrigation island jeweler
  jewelers jewelry junior justice karate kennel kennels kids kitchen kitchens lab labor laboratories laboratory laborers labs lake
  lakes land landing landscape landscaping lanes laundry law lawn lawyers leadership leading league learning leasing legacy legal
  legislative lending liberty library life light lighting limo limousine line lines linen liquor liquors living loan loans local locksmith
  lodge lodging logic logistics lounge lumber lutheran machine machinery magazine maintenance mall management manor manufacturing
  marble maritime market marketing markets mart martial masonry massage material materials meats mechanical media mediation medical
  medicine memorial mental mercantile merchants metal metals methodist metro metropolitan mfg mgmt micro middle midwest mill mills mine mineral
  miners mining ministries ministry minority mission mobile mobility models modern moldings monument mortgage motel motor motors mountain
  moving municipal museum music musical mutual nails national nations natural nature naval network networking networks new news nightclub
  nonprofit north northeast northeastern northern northwest nuclear nurseries nursery nurses nursing nutrition ocean office offices oil oilfield omni online
  operating operations operators optical optics optometry options oral orchard orchestra order organic organisation organization organizing
  orthodontics orthopedic outdoor outdoors outfitters outlet outreach overseas packaging packing painters painting paints palace pantry pac paper
  paradise parent paris parish park parking parks partner partners partnership parts party paving pawn pawnshop payment payroll pediatric
  pediatrics pension people perfect performance pest pet petroleum pets pharma pharmaceutical pharmaceuticals pharmacy philharmonic
  photo photography photos physical physicians physics pictures pipe pipefitters pipeline pizza pizzeria place planning plant plastic plastics plating
  plaza plumbers plumbing plus point police policy political politics pool pools port portfolio post postal pottery power powers precision
  preparatory presbyterian press prime print printers printing pro process produce producers production productions products
  professional professionals program programs progress project projects promotion promotions properties property prosperity protection psychiatric
  psychological pub public publications publishers publishing quality racing radio radiology rail railroad railway ranch real realtors realty
  records recovery recreation recruiting recruitment recycling redevelopment reform refrigeration region regional rehab rehabilitation reliable remodeling
  renewable rental rentals repair repairs republican republicans research reserve residential resort resorts resource resources restaurant
  restaurants restoration retail retirement rv roofing rotary rubber safety sales salon salons sanitary savings school
  schools science sciences scientific screen seafood seating securities security seed seeds select self seminary senior service
  services servicing sewer sheet shelter shipping shoe shoes shop shoppe shopping shops siding signs silver sister sisters
  smart smiles soccer social societies society software soil solar solution solutions sons sound south southeast southeastern southern
  southwest spa space specialist specialists specialties specialty spirits sporting sports spring sprinkler square staffing stage stables
  standard star stars state states station steak steakhouse steel stone storage store stores strategic strategies strategy street structural
  structures student students studio studios style suburban suites summit sun super supermarket supplies supply support surf surgeons surgery
  surgical surveying surveyors sustainable swim synagogue syndicate synergy systems tabernacle tackle talent tan tanning tattoo tavern tax taxi
  taxpayers teacher teachers team teamsters tec tech technical technologies technology telecom telecommunications telephone television temple terminal terrace
  testing textile theater theatre therapeutics therapy tile timber tire tires title tobacco tool tools tours towers towing town township
  toy toys trade trades trading tradition trails training transfer transit transmission transport transportation travel treasury treatment tree tri
  tribe tribune truck truckers trucking trucks trust trusts alarm alarms packers tribes nation cathedral basilica mosque congregational nursing honda toyota nissan chevrolet volvo jaguar bmw turf tv union unions united universal universities university upholstery urban utilities
  utility vacation valley valve vehicle vending venture ventures veterans veterinary vets victory video village vineyards vision vista
  volunteer volunteers voters warehouse warehousing washington waste watch water waterworks way wealth web weddings welding wellness west
  western wholesale wildlife window windows wine winery wines wireless women womens woods woodworking workers works workshop world worldwide
  writers yacht yachts ymca yoga youth zoo zoological lutherans baptist baptists orthodox pentecostal episcopal apostolic
  svc svcs ctr ctrs dist intl natl comm comn corps mfrs govt univ hosp agy ins mgt ent elec dev engr constr transp plbg htg bldg bldrs
  ventilation hvac plumbers steamfitters carpenters roofers plasterers machinists millwrights boilermakers operators longshoremen
  afscme seiu ufcw ibew aflcio uaw ngo ong llc fc cf ltd labs ai io crm api devops robotics bank saas fintech biotech medtech
  asociacion agencia agricola alimentos almacen almacenes ayuntamiento banco bodega bodegas cafeteria camara caja casa centro
  clinica clinicas cofradia colegio comercial comercio compania companias comunicacion comunidad confederacion consejo construccion construcciones
  consultora consultores consultoria cooperativa cultural desarrollo desarrollos distribuciones distribuidora editorial empresa empresas
  energia escuela estudio farmacia ferreteria finca fundacion gestion gestoria gimnasio grupo hermanos hijos hospital hostal hotel
  imprenta industria industrial industriales ingenieria inmobiliaria instituto inversiones laboratorio laboratorios libreria logistica
  mercado muebles mutua obras oficina organizacion panaderia peluqueria producciones promociones proyectos puerto restaurante seguros
  servicios sindicato sistemas sociedad soluciones supermercados taller talleres tecnologia tecnologias tienda transportes turismo union
  universidad ventas viajes vinos
  academie agence agricole alimentation assurance assurances atelier ateliers avocats banque batiment bijouterie boucherie boulangerie
  brasserie bureau cabinet caisse cave chambre chateau cie clinique collectif college commerce communication compagnie comptabilite confiserie conseil
  conseils constructions coopérative cooperative cuisine developpement domaine ecole edition editions energie energies entreprise entreprises
  epicerie equipement etablissements ets ferme filiale fils financiere fleurs fondation formation freres garage groupe groupement
  hopital hotellerie immobilier immobiliere imprimerie industrie industries informatique ingenierie institut investissement investissements
  laboratoire laboratoires librairie location logiciels logistique lycee magasin mairie maison menuiserie meubles ministere mutuelle
  optique patisserie pharmacie plomberie presse production productions produits restauration savonnerie scierie sante secours services
  societe solutions syndicat systemes technologies theatre tourisme traiteur transports travaux universite usine vins voyages
  agentur anlagenbau anwalt anwaelte anwalte apotheke arztpraxis autohaus backerei baeckerei bau baugesellschaft bauunternehmen beratung
  bestattungen betrieb betriebe blumen brauerei buchhandlung buero buro bund chemie dienst dienste dienstleistungen druck druckerei
  druckhaus elektro elektrotechnik energie fabrik fahrschule fenster feuerwehr filmproduktion fleischerei forschung friseur gaststatte
  gebruder gebrueder gemeinde gemeinschaft genossenschaft gesellschaft gewerkschaft gruppe handel handels handelsgesellschaft handwerk hausverwaltung
  heizung holding holzbau hochschule immobilien industrie ingenieurburo ingenieurbuero innung institut kaffee kanzlei kindergarten kirche
  klinik klinikum klempnerei kommunikation krankenhaus lebensmittel logistik malerbetrieb management maschinenbau medien medizin
  metallbau metzgerei mobel moebel museum partnergesellschaft pflege planung praxis produktion reisen reiseburo sanitar schreinerei
  schule sohne soehne sohn sparkasse spedition sport stadt stadtwerke steuerberatung stiftung tagungszentrum technik tischlerei tochter toechter touristik
  transporte treuhand universitat unternehmen verband verein verlag vermietung versicherung versicherungen vertrieb verwaltung volksbank
  weingut werbung werk werke werkstatt wirtschaftsprufer wohnbau zahnarztpraxis zeitung zentrum
`)

/** Company words that are family or given names as well: they decide nothing where the rest is a person's name. */
export const DOUBTFUL_WORDS = wordSet(`
  barn bay best bridge circle craft diamond early eagle east forest freedom garden grace green hills holy hope house
  island ivy justice kitchen lake land lane law league legacy light lodge long mart may meats mill mills mine monument mountain
  ocean park parks paris parish partner people perfect place plaza point police pool port post powers price prime rail ranch real rose
  rotary savings self senior shelter silver sister sisters smart south spring square star stars stone story street summit sun
  tan temple terrace tile timber town tree turf valley victory vista washington watch water way west wildlife
  window winery wood woods workman world young bold first great new north big junior banks brand brothers bush case cash chase
  chase coach field fish ford fox glass golden guy ice iron king knight love man martial mason miner noble page pastor pope
  power rice shoe shop singer spa steel sons vision bond bonds casa centro casino blues boys brand bar band assembly
`)
