/* about // hpcverify: ignore[HV7102] in another comment */ //= HV7107
// hpcverify is asked to ignore nothing //= HV7107
static const char *const text = "// hpcverify: ignore[HV7102] in a string"; //= HV7107
void kernel(double *c) { c[0] = text[0]; }
