typedef long jump_buffer[64];
int _setjmp(jump_buffer); //~ HV1103
void longjmp(jump_buffer, int); //~ HV1103
void kernel(double *c)
{
    jump_buffer here;
    if (_setjmp(here) == 0) //~ HV1103
        longjmp(here, 1); //~ HV1103
    c[0] = 1;
}
