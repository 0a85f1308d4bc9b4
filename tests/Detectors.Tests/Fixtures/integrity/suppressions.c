static int calls; // hpcverify: ignore[HV7102] counted for a log //~ HV7102, HV7107
// hpcverify: ignore[HV1101] //~ HV7107
void kernel(double *c)
{
    c[0] = calls; // hpcverify: ignore[HV7001, HV7002] please //~ HV7107
}
