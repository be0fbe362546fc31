/** What steps are called, in small letters: the alternatives of a pattern. */
export const stepWords = String.raw`iteration|iterate|iter\.?|step|epoch|update|schritt|durchlauf|epoche|it[ée]ration|[ée]tape|[ée]poque|iteraci[óo]n|paso|[ée]poca|iterazione|passo|itera[çc][ãa]o|iteratie|stap`;
