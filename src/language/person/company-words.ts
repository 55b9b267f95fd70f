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
  tribe tribune truck truckers trucking trucks trust trusts alarm alarms packers tribes nation cathedral basilica mosque congregational honda toyota nissan chevrolet volvo jaguar bmw turf tv union unions united universal universities university upholstery urban utilities
  utility vacation valley valve vehicle vending venture ventures veterans veterinary vets victory video village vineyards vision vista
  volunteer volunteers voters warehouse warehousing washington waste watch water waterworks way wealth web weddings welding wellness west
  western wholesale wildlife window windows wine winery wines wireless women womens woods woodworking workers works workshop world worldwide
  writers yacht yachts ymca yoga youth zoo zoological lutherans baptist baptists orthodox pentecostal episcopal apostolic
  svc svcs ctr ctrs dist intl natl comn corps mfrs govt univ hosp agy ins mgt ent elec dev engr constr transp plbg htg bldg bldrs
  ventilation hvac steamfitters carpenters roofers plasterers machinists millwrights boilermakers longshoremen
  afscme seiu ufcw ibew aflcio uaw ngo ong llc fc cf ltd ai io crm api devops robotics saas fintech medtech
  asociacion agencia agricola alimentos almacen almacenes ayuntamiento banco bodega bodegas cafeteria camara caja casa centro
  clinica clinicas cofradia colegio comercial comercio compania companias comunicacion comunidad confederacion consejo construccion construcciones
  consultora consultores consultoria cooperativa desarrollo desarrollos distribuciones distribuidora editorial empresa empresas
  energia escuela estudio farmacia ferreteria finca fundacion gestion gestoria gimnasio grupo hermanos hijos hostal
  imprenta industria industriales ingenieria inmobiliaria instituto inversiones laboratorio laboratorios libreria logistica
  mercado muebles mutua obras oficina organizacion panaderia peluqueria producciones promociones proyectos puerto restaurante seguros
  servicios sindicato sistemas sociedad soluciones supermercados taller talleres tecnologia tecnologias tienda transportes turismo
  universidad ventas viajes vinos
  academie agence agricole alimentation assurances atelier ateliers avocats banque batiment bijouterie boucherie boulangerie
  brasserie caisse cave chambre chateau cie clinique collectif compagnie comptabilite confiserie conseil
  conseils constructions coopérative cuisine developpement domaine ecole edition editions energie entreprise entreprises
  epicerie equipement etablissements ets ferme filiale fils financiere fleurs fondation formation freres groupe groupement
  hopital hotellerie immobilier immobiliere imprimerie industrie informatique ingenierie institut investissement investissements
  laboratoire laboratoires librairie location logiciels logistique lycee magasin mairie maison menuiserie meubles ministere mutuelle
  optique patisserie pharmacie plomberie presse produits restauration savonnerie scierie sante secours
  societe syndicat systemes tourisme traiteur transports travaux universite usine vins voyages
  agentur anlagenbau anwalt anwaelte anwalte apotheke arztpraxis autohaus backerei baeckerei bau baugesellschaft bauunternehmen beratung
  bestattungen betrieb betriebe blumen brauerei buchhandlung buero buro bund chemie dienst dienste dienstleistungen druck druckerei
  druckhaus elektro elektrotechnik fabrik fahrschule fenster feuerwehr filmproduktion fleischerei forschung friseur gaststatte
  gebruder gebrueder gemeinde gemeinschaft genossenschaft gesellschaft gewerkschaft gruppe handel handels handelsgesellschaft handwerk hausverwaltung
  heizung holzbau hochschule immobilien ingenieurburo ingenieurbuero innung kaffee kanzlei kindergarten kirche
  klinik klinikum klempnerei kommunikation krankenhaus lebensmittel logistik malerbetrieb maschinenbau medien medizin
  metallbau metzgerei mobel moebel partnergesellschaft pflege planung praxis produktion reisen reiseburo sanitar schreinerei
  schule sohne soehne sohn sparkasse spedition sport stadt stadtwerke steuerberatung stiftung tagungszentrum technik tischlerei tochter toechter touristik
  transporte treuhand universitat unternehmen verband verein verlag vermietung versicherung versicherungen vertrieb verwaltung volksbank
  weingut werbung werk werke werkstatt wirtschaftsprufer wohnbau zahnarztpraxis zeitung zentrum
  abrasives acoustics aerial alloy alloys analytical antique appliances aquarium arena armor assessors awards awning awnings axle bagel
  bagels bait balloon balloons bath batteries bearing bearings bedding billiards binding bistro blinds blueprint boats boiler boilers
  bottling bowling boxing brake brakes brass bricks broker bulk burgers butcher butchers buying cable cake cakes candle candles candy
  canvas carbon cards carpentry carpets carwash casting castings cattle ceiling ceilings cellars certified chem chocolate chocolates cigar
  cigars circuit circuits cleaner closet closets coal coin coins cold colonial color colors comfort comic comics commodities compressor
  consumers container containers contemporary conveyor cookies cooling copier copiers copper copy cottage cottages courier crane
  cranes creations crematory crop crops cruise cruises cupcakes currency cutlery daycare debt decking decor decorating
  delight delights demolition denim depot detective dialysis diesel dining discovery dive dock dollar donut donuts door doors drain
  drapery dredging drill drilling drive drywall duct eco elevators embroidery equine espresso ethanol evergreen excavation
  export fabric fabrics feed ferry fiber fibre field fields filter filters finishing fireplace fireworks fixture fixtures flag flags
  fluid foam footwear forge forklift forklifts forwarding foundry framing fresh frozen fruit fruits fusion galvanizing gear gears
  glazing gospel granite gravel grinding gutter gutters hall handyman harbor harbour hats hauling haven herbal herbs honey horse horses
  hosiery housewares hydro hydroponics implants instrument janitorial jet kayak kayaks keys knits labels lamp lamps
  laser lens lift lifts locks lofts lube luggage lunch magnetics mail mailing mapping marina mattress mattresses menswear messenger
  metrology mini mirror mirrors mold molds molding mosaic motorcycle motorcycles motorsports mulch multi nanny newspaper
  newspapers notary nutritionals obgyn oncology opera optometric oxygen pagoda pallet pallets papers parcel pastry
  pasta patio pavers pearls pens perfume perfumes personnel petals physiotherapy piano pianos pig pilates pine pipes
  plumber podiatry polish pony portable poultry powder precast premier premium preschool preservation president prevention primary
  private procurement propane prosthetics psychology pump pumps puppet purchasing putting quarry quarries quick quilt quilts rapid
  rare readymix reality recording recruiters reformed refuse relief relocation renewables renovation renovations reporting reps rescue
  residence residences respiratory review rider riders ridge ring rings rise river rivers road roads robotic rocket rod
  roof royal rug rugs safe salt salvage sand sandwich satellite sauce savers scaffolding schoolhouse scrap
  seal sealing searchers secure sentinel septic shade shades shirts shooting shuttle signal silicon silk silversmith simulation ski skin
  sky sleep slots snack snacks snow soap socks sofa softball soup soups spice spices spine spray spraying springs sprinklers
  stadium stained staging stairs stamp stamping stationery steam steaks stoneware straw strength stucco sugar sunrise sunset supper
  surface surfaces surveillance survey surveys sushi swimming switch tables tack tailor tailors tank tanks tape tapes taxes tea teas
  tees tent tents terra thermal thrift ticket tickets tobacconist trailer trailers transformer translation translations
  transmissions treasures treats trees trim trophies trophy tropical tub tube tubes tubing tune turbine tutoring twin umbrella
  uniform uniforms vacuum van vans vanguard vault vegan veneer venue vet vinyl virtual vital vitamin
  vitamins voice volleyball voyage wagon wall walls wallpaper wash washers watches waterproofing wear weaving wedding weld
  welders wellbeing wheel wheels wig wigs wild wind windshield wire wiring wonder wool worship wrecking wrestling x ray yarn
  abogados aceites aluminios arquitectos arte artesania asesores asesoria autos ayuda azulejos bebidas belleza bicicletas bienes
  calzados camiones carnes carniceria carpinteria ceramica cerveceria cocinas coches confecciones congelados copisteria corporacion deportes
  dentistas diseno electricidad electronica envases estetica excavaciones exportaciones ferretera filtros flores floristeria fontaneria
  formacion fotografia frutas ganaderia graficas herrajes hierros hogar iglesia importaciones infantil informatica joyeria
  jardines juguetes libros limpiezas maderas maquinaria materiales mecanica metalicas mudanzas mundo musica optica pescados
  pinturas piscinas plasticos publicidad quimica reformas relojeria repuestos ropa salud supermercado textil
  textiles tintoreria torneria vidrios viveros zapatos
  accessoires aluminium ameublement antiquites architecte architectes artisan artisans bains bijoux boissons bois
  cafes camping carrelage charcuterie charpente chauffage chaussures coiffure couture couverture cycles decoration demenagement
  depannage electricite electronique espaces esthetique expertise fleuriste fromagerie garde horlogerie
  isolation jardins jouets journal laverie livres maconnerie marche materiaux mecanique mode
  motos nettoyage opticien papeterie parfumerie paysage peinture photographie piscines plastique primeurs publicite
  revetements routier securite serrurerie soins spectacles taxis toiture vetements viande
  anlagen architekten architektur ausbau bad baustoffe bauelemente bekleidung beton bioladen brunnen bucher buecher
  chor dach dachdecker designburo edelstahl eisen elektronik entsorgung fahrrad fahrzeuge farben
  feinkost finanz finanzen fisch fliesen floristik foto fotografie galerie garten gartenbau gebaudereinigung
  gerustbau getranke glas glaserei grafik gastronomie haus hausbau haustechnik heilpraktiker holz import ingenieure
  kino kirchengemeinde kliniken konditorei kosmetik kuche kuchen kunst kunststoff kunststofftechnik laden landtechnik
  leder makler malerei maler markt markisen messebau mietwagen musikschule mobelhaus naturkost objekt optik orthopadie
  papier physiotherapie polsterei reifen reinigung reinigungsservice sanierung schmuck schuhe
  schlosserei seniorenheim sicherheit solartechnik sonnenschutz spielwaren stahl stahlbau steuerberater tankstelle
  tauchschule textilien tiefbau tierarztpraxis trockenbau turnverein uhren umzuge veranstaltungen versand wasser
  weinhandel werbeagentur werkzeugbau werkzeuge wohnen wohnungsbau
`)

/** Company words that are family or given names as well: they decide nothing where the rest is a person's name. */
export const DOUBTFUL_WORDS = wordSet(`
  barn bay best bridge circle craft diamond early eagle east forest freedom garden grace green hills holy hope house
  island ivy justice kitchen lake land lane law league legacy light lodge long mart may meats mill mills mine monument mountain
  ocean park parks paris parish partner people perfect place plaza point police pool port post powers price prime rail ranch real rose
  rotary savings self senior shelter silver sister sisters smart south spring square star stars stone story street summit sun
  tan temple terrace tile timber town tree turf valley victory vista washington watch water way west wildlife
  window winery wood woods workman world young bold first great new north big junior banks brand brothers bush case cash chase
  coach field fish ford fox glass golden guy ice iron king knight love man martial mason miner noble page pastor pope
  power rice shoe shop singer spa steel sons vision bond bonds casa centro casino blues boys bar band assembly
  honey sunrise sky wind fields cable drew marina opera pearls pine pines president premier private rare reality ridge ring rings
  river rivers road rocket royal sand sands silk snow speed springs tack tailor teas trees tune van vans wagon wall walls wild wire wonder x ray
  cake candy chem coal cold court crystal depot dive dollar door feed fiber flag flags forge fresh gear gears gospel hall harbor haven horse
  jet keys lamp lamps laser lens lift lunch mail mini mold notary papers pens pig polish pony quick rapid relief rescue review rise rod salt
  seal secure sentinel shade shades signal skin sleep snack soap soup spice spray steam straw strength sugar sunset surface switch tea terra
  thrift ticket treats trim tropical tube twin umbrella vault venue vital voice voyage wash watches wear wedding weld wheel wheels wig
  kunst maler markt fisch glas haus holz presse schmuck stahl wasser kuchen brunnen eisen leder mode marche garde bois journal
  arte autos ayuda bienes flores gas hogar iglesia mundo salud color bath boats carbon cook bulk cattle boxing bowling bedding
  crane cranes butcher dock drain plant guard marble orchard order paper pump tank tent tape locks crop press safe quarry stamp ferry hats lofts wool
`)
