"""One invented report and addendum in English, French and Spanish: the same numbers, States and positions in each.

Covers, formulas and headings are those of the UN's layouts; nobody ever recommended any of this.
"""

REPORTS = {
    "en": """
United Nations A/HRC/928/7

General Assembly Distr.: General

10 December 2014

Original: English

Human Rights Council

Universal periodic review

Report of the Working Group on the Universal Periodic Review

Slovenia

Introduction

1. The Working Group on the Universal Periodic Review held its twentieth session from 27 October to 7
November 2014. The review of Slovenia was held at the 13th meeting, on 4 November 2014.

2. The delegation spoke of the road to the north and of those who keep it open in the long winter of the hills. It
thanked all those who had asked about the ferries, and said that the harbours were painted each spring by the school.

3. During the interactive dialogue, 80 delegations made statements. Recommendations made during the dialogue are to be
found in section II of the present report.

II. Conclusions and/or recommendations

4. The recommendations formulated during the interactive dialogue and listed below have been examined by Slovenia and
enjoy its support:

    4.1 Ratify the Convention on Ferries (France; Netherlands);

    4.2 Take measures to paint the piers and to give lamps to all the boats (Republic of Moldova, Turkey)
    (United States of America);

5. The following recommendations will be examined by Slovenia, which will provide responses in due time, but no later
than the twenty-eighth session of the Human Rights Council:

    5.1 Ensure that the ferries run in winter (Iran (Islamic Republic of), Côte d’Ivoire);

    5.2 Sign (Spain) and ratify (Peru) the Protocol on Harbours;

6. The recommendations below did not enjoy the support of Slovenia:

    6.1 Sell the old ferry (Italy and the United Kingdom of Great Britain and Northern Ireland).

7. All conclusions and/or recommendations contained in the present report reflect the position of the submitting
States. They should not be construed as endorsed by the Working Group as a whole.

III. Voluntary pledges and commitments

8. Slovenia will open a museum of the ferries by the year 2016.

Annex

Composition of the delegation

The delegation of Slovenia was headed by Ms. Osel (Chile);
""",
    "fr": """
Nations Unies A/HRC/928/7

Assemblée générale Distr. générale

10 décembre 2014

Français

Original : anglais

Conseil des droits de l’homme

Examen périodique universel

Rapport du Groupe de travail sur l’Examen périodique universel

Slovénie

Introduction

1. Le Groupe de travail sur l’Examen périodique universel, créé conformément à la résolution 5/1, a tenu sa vingtième
session du 27 octobre au 7 novembre 2014. L’Examen concernant la Slovénie a eu lieu à la 13e séance.

2. La délégation a parlé de la route du nord et de celles et ceux qui la maintiennent ouverte pendant le long hiver.
Elle a remercié les délégations de leurs questions sur les bacs : l’école peint les ports au printemps.

3. Au cours du dialogue, 80 délégations ont fait des déclarations. Les recommandations faites pendant le dialogue
figurent dans la section II du présent rapport.

II. Conclusions et/ou recommandations

4. Les recommandations formulées au cours du dialogue et énumérées ci-après ont été examinées par la Slovénie et
recueillent son adhésion :

    4.1 Ratifier la Convention sur les bacs (France ; Pays-Bas) ;

    4.2 Prendre des mesures pour peindre les jetées et donner des lampes à tous les bateaux (République de Moldova,
    Turquie) (États-Unis d’Amérique) ;

5. Les recommandations ci-après seront examinées par la Slovénie, qui y répondra en temps voulu, mais au plus tard à la
vingt-huitième session du Conseil des droits de l’homme :

    5.1 Veiller à ce que les bacs circulent en hiver (Iran (République islamique d’), Côte d’Ivoire) ;

    5.2 Signer (Espagne) et ratifier (Pérou) le Protocole sur les ports ;

6. Les recommandations ci-après n’ont pas recueilli l’adhésion de la Slovénie :

    6.1 Vendre le vieux bac (Italie et Royaume-Uni de Grande-Bretagne et d’Irlande du Nord).

7. Toutes les conclusions et/ou recommandations figurant dans le présent rapport reflètent la position des États dont
elles émanent. Elles ne sauraient être considérées comme ayant été approuvées par l’ensemble du Groupe de travail.

III. Engagements pris volontairement par l’État examiné

8. La Slovénie ouvrira un musée des bacs avant la fin de l’année 2016.

Annexe

Composition de la délégation

La délégation de la Slovénie était dirigée par Mme Osel (Chili) ;
""",
    "es": """
Naciones Unidas A/HRC/928/7

Asamblea General Distr. general

10 de diciembre de 2014

Español

Original: inglés

Consejo de Derechos Humanos

Examen periódico universal

Informe del Grupo de Trabajo sobre el Examen Periódico Universal

Eslovenia

Introducción

1. El Grupo de Trabajo sobre el Examen Periódico Universal, establecido en virtud de la resolución 5/1, celebró su 20º
período de sesiones del 27 de octubre al 7 de noviembre de 2014. El examen de Eslovenia se llevó a cabo en la
13ª sesión.

2. La delegación habló de la carretera del norte y de quienes la mantienen abierta durante el largo invierno. Dio las
gracias por las preguntas sobre los transbordadores y dijo que la escuela pintaba los puertos cada primavera.

3. Durante el diálogo interactivo hicieron declaraciones 80 delegaciones. Las recomendaciones formuladas durante el
diálogo figuran en la sección II del presente informe.

II. Conclusiones y/o recomendaciones

4. Las recomendaciones formuladas durante el diálogo interactivo que figuran a continuación han sido examinadas por
Eslovenia y cuentan con su apoyo:

    4.1 Ratificar el Convenio sobre los Transbordadores (Francia; Países Bajos);

    4.2 Adoptar medidas para pintar los muelles y dar faroles a todos los barcos (República de Moldova, Turquía)
    (Estados Unidos de América);

5. Las siguientes recomendaciones serán examinadas por Eslovenia, que dará una respuesta a su debido tiempo, pero a más
tardar en el 28º período de sesiones del Consejo de Derechos Humanos:

    5.1 Velar por que los transbordadores circulen en invierno (Irán (República Islámica del), Côte d’Ivoire);

    5.2 Firmar (España) y ratificar (Perú) el Protocolo sobre los Puertos;

6. Las recomendaciones que figuran a continuación no cuentan con el apoyo de Eslovenia:

    6.1 Vender el viejo transbordador (Italia y Reino Unido de Gran Bretaña e Irlanda del Norte).

7. Todas las conclusiones y/o recomendaciones que figuran en el presente informe reflejan la posición de los Estados
que las han formulado. No debe considerarse que han sido respaldadas por el Grupo de Trabajo en su conjunto.

III. Promesas y compromisos voluntarios

8. Eslovenia abrirá un museo de los transbordadores antes de que termine el año 2016.

Anexo

Composición de la delegación

La delegación de Eslovenia estuvo encabezada por la Sra. Osel (Chile);
""",
}
READ_ALIKE = [
    ("4.1", "FRA NLD", "supported"),
    ("4.2", "MDA TUR USA", "supported"),
    ("5.1", "IRN CIV", "pending"),
    ("5.2", "ESP", "pending"),
    ("5.2", "PER", "pending"),
    ("6.1", "ITA GBR", "noted"),
]
"""Paragraph, recommending States and position of each record, in each language."""
