"""The words that requests begin with, and the words of a stem that has no object yet."""

REQUEST_VERBS = frozenset(
    """
    abide abolish abrogate abstain accede accelerate accept accord accredit acknowledge act activate adapt add
    address adhere adjust adopt advance advocate agree align allocate allow ameliorate amend analyse analyze
    annul apologize appeal apply appoint appropriate approve arrange assess assign assist associate assure
    attach avail avoid avert ban become begin benefit bolster boost bridge bring broaden build call carry cease
    change check circulate clarify close codify collaborate collect combat commence commit commute complement
    complete comply conclude condemn conduct confirm conform consider consolidate consult continue contribute
    control cooperate coordinate counter create criminalise criminalize deal decide declare decriminalise
    decriminalize dedicate deepen define deliver demobilize demonstrate deny deploy derogate design designate
    desist determine develop devise devote disband discontinue discuss dismantle disseminate do double draft
    draw ease educate elaborate elevate eliminate embark embrace empower enable enact encourage end endeavor
    endeavour endorse enforce engage enhance enlarge enshrine ensure enter envisage equalize equip eradicate
    establish evaluate examine exclude execute exempt exercise exert expand expedite explain explore express
    extend facilitate fast-track favour favor fight finalise finalize finance find focus follow forbid formalise
    formalize formulate foster free fulfil fulfill fully fund further generate give grant guarantee halt
    harmonise harmonize have heed highlight hold honor honour identify immediately impose implement improve
    include incorporate increase inform initiate inquire inscribe insert insist install instill institute
    institutionalize instruct integrate intensify introduce invest investigate invite involve issue join keep
    launch lead legalize legislate lessen liberalize lift limit link look lower maintain make mainstream manage
    mandate maximize meet minimize mobilize modernize modify monitor move multiply narrow observe obtain offer
    open operationalize oppose order organise organize outlaw overcome overhaul participate pass pay penalize
    perform permit persevere persist place plan postpone practice practise prepare present preserve press
    prevent prioritise prioritize privilege proceed process proclaim produce prohibit promote promulgate propose
    prosecute protect provide publicise publicize publish punish pursue put raise ratify re-establish re-examine
    reach react reaffirm realise realize recall recognise recognize recommend reconsider reconfirm recruit
    rectify redouble redress reduce re-evaluate refer refine reflect reform refrain refuse regard register
    regulate rehabilitate reinforce reinstate reintroduce reiterate reject relax release relinquish remain
    remedy remove render renew reopen repeal replace replicate report repress request require rescind reserve
    resettle resolve respect respond restart restore restrain restrict result resume retain rethink return
    reverse review revise revisit revitalize revoke rid safeguard sanction save scale schedule scrutinize secure
    seek seize select send sensitise sensitize separate serve set settle share shift show sign simplify speed
    spare spread stamp standardize start state stay step stick stop streamline strengthen strive study submit
    subscribe substitute subject support suppress suspend sustain tackle take target task terminate tighten
    track train transfer transform translate transmit transpose treat try turn undertake unify update upgrade
    uphold urge use utilise utilize vote waive welcome widen withdraw work
    """.split()
)

STEM_WORDS = frozenset(
    """
    a accession adherence approval at be by completion consideration date delay done earliest efforts finish
    first if implementation in into its measures moment necessary not of on one opportunity or and party parties
    possibilities possibility possible ratification rapid removal shortest signature so soon speedy steps
    subscription swift that the time to towards up view way ways withdrawal without already as for from with
    """.split()
)
"""Beside verbs, their "-ing" and adverbs, the words of a stem ("consider the possibility of ratifying", "take steps
towards ratification")."""

COMPLEMENT_WORDS = frozenset(
    """
    about accordingly according across after against along alongside also among amongst as at based because
    before between beyond both but by concerning consistent despite due during especially etc even for from
    given if in including inter into irrespective like namely notably of on only or over particularly pending
    per pursuant regarding respectively since so specifically such than that thereby through throughout thus to
    towards under unless until upon via whatever when where whereby which while who whom whose with within
    without
    """.split()
)
"""Words that begin a clause about what stands before, not a request or an object of its own."""

OBJECT_WORDS = frozenset("a all an any both each every its it other their the these them this those".split())
"""Words that begin the object of a request."""
