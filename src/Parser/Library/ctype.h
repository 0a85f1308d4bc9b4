/* The classes of the C locale, which every program starts in (C17 7.11.1.1). */
#ifndef HV_CTYPE_H
#define HV_CTYPE_H

static inline int isdigit(int character) { return character >= '0' && character <= '9'; }
static inline int islower(int character) { return character >= 'a' && character <= 'z'; }
static inline int isupper(int character) { return character >= 'A' && character <= 'Z'; }
static inline int isalpha(int character) { return islower(character) || isupper(character); }
static inline int isalnum(int character) { return isalpha(character) || isdigit(character); }
static inline int isblank(int character) { return character == ' ' || character == '\t'; }
static inline int isspace(int character) { return character == ' ' || (character >= '\t' && character <= '\r'); }
static inline int iscntrl(int character) { return (character >= 0 && character < 32) || character == 127; }
static inline int isprint(int character) { return character >= 32 && character < 127; }
static inline int isgraph(int character) { return character > 32 && character < 127; }
static inline int ispunct(int character) { return isgraph(character) && !isalnum(character); }
static inline int isxdigit(int character)
{
    return isdigit(character) || (character >= 'a' && character <= 'f') || (character >= 'A' && character <= 'F');
}
static inline int tolower(int character) { return isupper(character) ? character + 32 : character; }
static inline int toupper(int character) { return islower(character) ? character - 32 : character; }

#endif
