// dlopen("libm.so", 1)
#define LOADER dlopen //= HV1102
struct module { int dlsym; }; //= HV1102
static int dlopen_count(void) { return 0; } //= HV1102
void kernel(double *c)
{
    int dlopen = 1; //= HV1102
    struct module module = { 2 };
    c[0] = dlopen + module.dlsym + dlopen_count() + sizeof("dlsym");
}
