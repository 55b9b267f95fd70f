import { wordSet } from './fold.ts'

/**
 * Given names in frequent use, folded. Written by hand for this project from general knowledge of English, Spanish, French,
 * German and other names; no list was copied. It need not be whole: it is one ground among several.
 */
export const GIVEN_NAMES = wordSet(`
  aaron abby abdul abel abigail abraham ada adam addison adela adele adrian adriana adrienne agnes ahmad ahmed aidan aileen
  aisha al alan alana albert alberta alberto alec alejandra alejandro alex alexa alexander alexandra alexandre alexis alfonso
  alfred alfredo ali alice alicia alina alison alistair allan allen allison alma alonzo althea alvin alyssa amalia amanda amara
  amber amelia amelie amina amir amit amy ana anand anastasia anders andre andrea andreas andres andrew andy angel angela
  angelica angelina angie anil anita anja anjali ann anna annabelle anne annette annie anthony antje antoine antoinette anton
  antonia antonio anya april archie arlene armand armando arnaud arne arnold arthur arturo arun asha ashley ashok astrid aubrey
  audrey august augustin aurelie aurora austin autumn ava avery axel ayesha barbara barney barry bart bastian beate beatrice
  beatriz becky belinda ben benedict benjamin bennie benoit bernadette bernard bernd bernhard bernice bert bertha bess bessie
  beth bethany betsy bettina betty beverly bianca bill billie billy birgit bjorn blair blake blanca bob bobbie bobby bonnie boris
  brad bradford bradley brady brandi brandon brandy brenda brendan brent bret brett brian briana bridget brigitte britney
  brittany brooke bruce bruno bryan bryant bryce byron caitlin caleb calvin cameron camila camille candace candice carl carla
  carlo carlos carlton carmen carol carole carolina caroline carolyn carrie carroll carsten casey cassandra catalina catherine
  cathleen cathy cecil cecilia cedric celeste celia celine cesar chad chandra charlene charles charlie charlotte chase chelsea
  cheryl chester chloe chris christa christi christian christiane christie christina christine christoph christophe christopher
  christy chuck cindy claire clara clarence clark claude claudia claudio claus clay clayton clemens clement clifford clifton
  clint clinton clyde cody colette colin colleen connie conor conrad consuelo cora corey cornelia cornelius cory courtney craig
  cristian cristina crystal curt curtis cynthia cyril daisy dale damian damien dan dana daniel daniela daniele danielle danny
  dante daphne darcy daria darin darius darlene darrell darren darryl dave david dawn dean deanna debbie deborah debra declan dee
  deepak deirdre delia delores denis denise dennis derek derrick desmond devin devon dexter diana diane diego dieter dina dirk
  dmitri dolores dominic dominik dominique don donald donna dora doreen doris dorothea dorothy doug douglas drew duane duncan
  dustin dwayne dwight dylan earl earnest ebony ed eddie edgar edith edmund edna eduardo edward edwin eileen elaine eleanor
  elena eli elias elijah elisa elisabeth elise eliza elizabeth ella ellen ellie elliot elliott elmer eloise elsa elsie elvira
  emanuel emil emile emilia emilie emilio emily emma emmanuel enrique eric erica erich erick erik erika erin ernest ernesto
  ernie erwin esmeralda esteban estelle ester esther ethan ethel etienne eugene eugenia eunice eva evan evangeline eve evelyn
  everett fabian fabienne fabio faith farah fatima fausto faye federico felicia felipe felix ferdinand fernanda fernando fiona
  flora florence florian floyd frances francesca francesco francine francis francisca francisco franco francois francoise frank
  frankie franklin franz fred freda freddie frederic frederick fredrick friedrich fritz gabriel gabriela gabriele gabrielle gail
  galina garrett garry gary gavin gayle gene genevieve geoff geoffrey george georges georgia georgina gerald geraldine gerard
  gerardo gerd gerhard german gertrude gianni gilbert gilberto gina giorgio giovanni giulia giuseppe gladys glen glenda glenn
  gloria gonzalo gordon grace graciela graham grant greg gregg gregor gregorio gregory greta gretchen grover guido guillaume
  guillermo gunther gustav gustavo guy gwen gwendolyn hailey hal hank hanna hannah hannes hans harold harriet harris harry harvey
  hassan hattie hazel heather hector heidi heike heiko heinrich heinz helen helena helene helga henri henrietta henrik henry
  herbert herman hilary hilda hiroshi holger holly homer horst hope horace howard hubert hugh hugo hussein ian ibrahim ida ignacio
  igor ilse imran ina ines inga ingeborg ingo ingrid ira irene iris irma irving irwin isaac isabel isabella isabelle isaiah
  ismael israel ivan ivy jack jackie jacob jacqueline jacques jade jaime jake jakob jamal james jamie jan jana jane janet janice
  janine janis jared jasmine jason javier jay jayne jean jeanette jeanne jeannie jeff jeffery jeffrey jenna jennie jennifer jenny
  jens jeremiah jeremy jermaine jerome jerry jess jesse jessica jessie jesus jill jim jimmie jimmy jo joachim joan joann joanna
  joanne joaquin jochen jodi jody joe joel joerg johan johann johanna johannes john johnnie johnny jon jonas jonathan jordan jorg
  jorge jose josef josefina joseph josephine josh joshua joy joyce juan juana juanita judith judy juergen jules julia julian
  juliana julie julien juliet julio julius june jurgen justin justine kai kara karen kari karim karin karina karl karla karsten kate
  katelyn katharina katherine kathleen kathrin kathryn kathy katie katja katrina katy kay kayla keith kelley kelli kellie kelly
  kelvin ken kendra kenji kenneth kenny kent kerry kerstin kevin khalid kim kimberly kirk kirsten klaus konstantin kris krista
  kristen kristi kristian kristin kristina kristine kristy krystal kumar kurt kyle lakshmi lana lance larry lars latoya laura
  laurel lauren laurence laurent laurie lawrence lea leah lee leila lela lena lenny leo leon leona leonard leonardo leonor leroy
  les lesley leslie lester leticia levi lewis liam lidia lila lillian lillie lily linda lindsay lindsey linus lionel lisa liz
  lloyd logan lois lola lora loren lorena lorenzo loretta lori lorraine lothar lou louis louise lourdes luc luca lucas lucia
  luciano lucie lucille lucinda lucy ludwig luigi luis luisa luke lula luther luz lydia lyle lynda lynette lynn lynne mabel mable
  mack madeleine madeline madison mae magdalena maggie mahmoud malcolm malik mallory mamie mandy manfred manuel manuela marc
  marcel marcella marcia marco marcos marcus margaret margarita margie margot margret marguerite maria mariam marian marianne
  maribel marie mariana marilyn marina mario marion marisa marisol marjorie mark markus marlene marlon marsha marshall marta
  martha martin martina marty marvin mary maryam mason mateo mathew mathias mathieu mathilde matt matteo matthew matthias mattie
  maureen maurice mauricio max maxime maximilian maxine may maya megan mehmet mei meike mel melanie melinda melissa melody melvin
  mercedes meredith merle mia micah michael michaela micheal michel michele michelle miguel mike mikhail milan mildred miles
  milton mindy minnie miranda miriam misty mitchell mohamed mohammad mohammed moira molly mona monica monika monique morgan morris
  moses mustafa muriel myra myron myrtle nadia nadine nancy naomi natalia natalie natasha nathan nathaniel neal ned neha neil nell
  nellie nelson nicholas nick nicolas nicole nigel nikhil nikki nikolai nikolaus nils nina noah noel noelle nora norbert noreen
  norma norman octavio odette olaf olga oliver olivia olivier ollie omar opal oscar oskar otis otto owen pablo paige pam pamela
  pascal pat patrice patricia patrick patsy patti patty paul paula paulette pauline pearl pedro peggy penny percy perry pete peter
  petra phil philip philippe phillip phoebe phyllis pia pierre pilar piotr polly priya quentin quincy rachel radha rafael raj
  rajesh ralf ralph ramesh ramiro ramon ramona randal randall randy raphael raquel raul ravi ray raymond rebecca regina reginald
  reinhard rekha rena renate rene renee reuben rex rhonda ricardo richard rick rickey ricky rita rob robert roberta roberto robin
  rocio roderick rodney rodolfo rodrigo roger rohan roland rolf roman romain ron ronald ronnie roosevelt rory rosa rosalie rosalind
  rosario rose rosemarie rosemary rosie ross roxanne roy ruben ruby rudolf rudolph rudy rufus russell rusty ruth ryan sabine sabrina
  sadie sally salma salvador salvatore sam samantha sameer sami samir sammy samuel sandeep sandra sandy sanjay santiago sara sarah
  sasha saul savannah scott sean sebastian selina selma serena serge sergei sergio seth shane shannon shari sharon shaun shawn
  sheila shelby sheldon shelia shelley shelly sheri sherman sherri sherry sheryl shirley sidney sierra siegfried sigrid silke
  silvia silvio simon simone sofia sonia sonja sonya sophia sophie spencer stacey stacy stan stanley stefan stefanie stella stephan
  stephane stephanie stephen steve steven stewart stuart sue sunil suresh susan susana susanna susanne susie suzanne svetlana sven
  sybil sydney sylvain sylvia sylvie tamara tamika tammy tania tanja tanya tara tatiana taylor ted terence teresa teri terrance
  terrell terrence terri terry tessa thea thelma theo theodore theresa therese thierry thomas thorsten tiffany till tim timothy
  tina tobias toby todd tom tomas tommie tommy toni tony tonya torsten tracey traci tracy travis trevor tricia trina tristan troy
  trudy tyler tyrone udo ulf ulrich ulrike ursula ute uwe valentin valentina valeria valerie vanessa vaughn vera verena vernon
  veronica veronika vicki vickie vicky victor victoria vijay vikram vincent vincenzo viola violet virginia vivian vivienne vladimir
  volker wade wallace wally walter wanda warren wayne wendell wendy werner wesley whitney wilbur wilfred wilhelm will willard
  william willie willis wilma winifred winston wolfgang woody xavier yasmin yolanda yosef yuki yuri yusuf yvette yvonne zachary
  zoe zoltan aditya akira ajay alok ankit arjun ashwin chandan dinesh divya gaurav gopal hari harish jyoti kiran krishna lalit
  madhu mahesh manish manoj meena mohan mukesh naresh naveen nitin pankaj pradeep prakash pramod prasad rahul rakesh ram ramana
  ravindra rohit sachin sandhya santosh sarita satish shiv shyam sridhar srinivas subhash sudhir sujata sumit surya swati uday
  usha varun venkat vinay vinod vishal vivek amal anwar bilal faisal farid hamid hasan iqbal jamil kamal karima khaled layla
  leyla mariya mehdi nabil nasser omer osama rania rashid reza said salim samira tariq walid yasser youssef zahra zainab
  aleksander aleksandra andrzej anatoly bogdan boguslaw dariusz dimitri dmitry ewa grzegorz irina iveta jadwiga jakub janusz
  jaroslav jerzy jiri katarzyna krzysztof ksenia larisa leszek lubomir ludmila maciej malgorzata marek mariusz marketa michal
  mieczyslaw milos miroslav natalya oksana oleg olena ondrej pavel pawel petr rafal slawomir stanislav stanislaw stepan
  tadeusz tomasz vaclav vadim valery viktor vitaly vojtech volodymyr wojciech yevgeny yulia zbigniew zdenek zuzana aino antti arto
  bjarne eero einar eino espen frode gunnar hakan harald heikki henning ilkka ingvar jari jarmo jarno jorgen jorma juha
  jukka kaisa kjell knut lasse leif liisa magnus markku marja matti mikael mika mikko morten niels olav ole olli outi
  paivi pasi pekka per petri pirjo rasmus riitta risto sari seppo signe sigurd soren stig tapio teemu terje timo toivo
  torbjorn tuomas tuula vesa ville akiko ayumi chiaki daisuke haruki haruto hideki hiroki ichiro jiro junko kaori kazuo keiko kenta
  kumiko makoto mariko masaki masashi masato michiko mitsuo naoki naoko noboru osamu rie ryota sakura satoshi shigeru shinji sho
  shota tadashi takashi takeshi taro tetsuya tomoko toshio yoko yoshiko yuichi yukiko yumi yutaka ayse fatma emre ece huseyin
  kemal murat osman ozlem selim zeynep ifeoma chinedu chidi emeka kwame kofi ngozi tunde yetunde thabo
  sipho nomsa adaeze amadou aminata moussa ousmane mamadou fatou beatrix bram daan femke geert gerrit hendrik henk
  jeroen joost joris kees klaas lieke lotte maarten marieke marijke martijn mieke pieter rik roel rutger ruud sander
  sanne sjoerd thijs willem wim wouter alessandra alessandro alessia antonella chiara cristiano davide elisabetta enrico
  fabrizio federica filippo gabriella giacomo gianluca giovanna lorenza luciana marcello massimo maurizio michela nicola paolo
  piero pietro raffaele riccardo rosanna silvana simona stefania stefano tommaso umberto valerio vittoria vittorio aline
  amandine anais baptiste bertrand capucine chantal clemence corentin delphine elodie emeric fabrice florent
  gael gaetan gilles guilhem herve ghislaine josiane laetitia loic lucile ludovic manon margaux marielle
  marine maud mireille myriam noemie ophelie pascale philippine regis remi romane sandrine
  solene sylviane thibault valentine veronique virginie yann yannick yves adelaida agustin alvaro amparo andreu
  angeles ariadna aitor begona belen benito borja candela carmelo concepcion conchita dario edurne encarnacion
  fermin guadalupe hernan imanol inmaculada iker itziar jimena jordi josep laia macarena
  maite mar maricarmen martirio matias merce miquel montserrat nacho nerea nestor nieves nuria oriol paloma paz pepe rafa
  remedios rogelio roser socorro soledad teofilo trinidad unai vicente vicenta xavi yago zulema annegret
  annika ansgar anselm burkhard carola christel dagmar detlef dorothee eberhard eckhard edeltraud egon elfriede elke erhard ernst
  eugen ewald frauke frieda friederike gabi georg gerda gerlinde gernot gisela gottfried gudrun gunter hannelore hartmut
  hedwig heiner helmut herta hildegard inge irmgard jutta kathe klara leonie lieselotte lukas luise marlies mechthild moritz nele
  niklas ortrud ottmar reiner reinhold renata roswitha rudiger ruediger sieglinde steffen sybille thilo tilo traudel
  traute ulla veit volkmar waltraud wiebke wilfried wolfram yannic
`)
