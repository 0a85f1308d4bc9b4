#define CONNECTION socket
#define CAT(a, b) a##b
int socket(int, int, int); //~ HV1104
void kernel(double *c)
{
    extern long send(int, const void *, unsigned long, int); //~ HV1104
    int s = CONNECTION(2, 1, 0); //~ HV1104
    long (*out)(int, const void *, unsigned long, int) = send; //~ HV1104
    out(s, c, 8, 0);
    CAT(con, nect)(s); //~ HV1104
}
