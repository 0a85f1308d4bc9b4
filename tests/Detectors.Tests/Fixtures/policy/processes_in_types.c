int system(const char *); //~ HV1103
static double first(int n, double row[n + system("true")]) { return row[0]; } //~ HV1103
void kernel(double *c, int n)
{
    typedef double buffer[1 + system("true")]; //~ HV1103
    double (*view)[n] = (double (*)[system("true")])c; //~ HV1103
    c[0] = first(n, c) + sizeof(double[system("true")]) + sizeof(buffer) + view[0][0]; //~ HV1103
    __typeof__(system("true")) seven = 7; //~ HV1103
    c[1] = seven;
}
