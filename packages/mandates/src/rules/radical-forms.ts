/**
 * Characters that look like Chinese ones and are not: the forms of radicals (U+2E80–2EF3, U+2F00–2FD5), which PDF
 * programs write instead of the character that a font draws the same way. Pairs of form and character, after the property
 * Equivalent_Unified_Ideograph of the Unicode Character Database; the Kangxi radicals follow from their compatibility
 * mapping and need no table.
 */
const pairs =
  '⺁厂⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗㣺⺘扌⺙攵⺛旡⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳𦉰⺴冈⺵𦉪⺶羊⺷羊⺸羋⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';

const characters = [...pairs];
const plainForms = new Map(characters.flatMap((form, i) => (i % 2 === 0 ? [[form, characters[i + 1]!] as const] : [])));

export const radicalForm = /[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufaff]/g;

/** The character that was meant; the form itself where nothing else is known. */
export const plainForm = (form: string): string => plainForms.get(form) ?? form.normalize('NFKC');
