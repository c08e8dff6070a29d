package moodle_test

// Samples in the shape of Moodle's exports, in our own words.

// today has the 14 columns, a child before its parent, text over several lines, a scale
// of a competency's own and cross-references.
const today = `"Parent ID number","ID number","Short name",Description,"Description format","Scale values","Scale configuration","Rule type (optional)","Rule outcome (optional)","Rule config (optional)","Cross-referenced competency ID numbers","Exported ID (optional)","Is framework",Taxonomy
,POT,Pottery,"<p>What a potter can do</p>",1,"Not yet,With help,Alone","[{""scaleid"":""4""},{""id"":1,""scaledefault"":1,""proficient"":0},{""id"":2,""proficient"":1},{""id"":3,""proficient"":1}]",,,,,,1,"domain,skill,concept"
clay,wedge,"Wedge clay","<p>Wedge clay until<br>no air is left.</p>
<ul><li>Cut and join</li></ul>",1,,,,0,null,"fire,glaze%2Ctin",11,,
,clay,Clay,,1,,,core_competency\competency_rule_all,2,null,,12,,
,kiln,Kilns,"<p>All about <b>kilns</b> &amp; heat</p>",1,,,,0,null,,13,,
kiln,fire,Fire,"Fire a kiln safely",2,"No,Yes","[{""scaleid"":""5""},{""id"":2,""scaledefault"":1,""proficient"":1}]",,0,null,wedge,14,,
kiln,"glaze,tin","Tin glaze",,1,,,,0,null,,15,,
"glaze,tin",lead,"Why lead glazes are dangerous",,1,,,,0,null,,16,0,
`

// old has the 12 columns of 2016, and JSON for its taxonomy.
const old = `Parent ID number,ID number,Shortname,Description,Description format,Scale values,Scale configuration,Rule type,Rule outcome,Rule config,Is framework,Taxonomy
,CARE,Care of tools,,1,"Not yet competent,Competent","[{""scaleid"":""2""},{""id"":2,""scaledefault"":1,""proficient"":1}]",,,,1,"{""1"":""skill"",""2"":""behaviour""}"
,clean,Cleans,Cleans brushes after use,1,,,,0,null,0,
clean,calm,Stays calm,,1,,,,0,null,0,
,store,Stores,Stores blades safely,1,,,,0,null,0,
`
