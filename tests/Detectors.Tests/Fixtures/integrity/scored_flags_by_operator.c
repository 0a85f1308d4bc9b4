_Pragma("GCC optimize(\"fast-math\")") //~ HV7101
#define DO_PRAGMA(text) _Pragma(#text)
DO_PRAGMA(GCC optimize("Ofast")) //~ HV7101
#define UNUSED_PRAGMA _Pragma("GCC optimize(\"O0\")")
void kernel(double *c) { c[0] = 1; }
