// dlopen("libm.so", 1)
#define LOADER dlopen
struct module { int dlsym; };
static int dlopen_count(void) { return 0; }
void kernel(double *c)
{
    int dlopen = 1;
    struct module module = { 2 };
    c[0] = dlopen + module.dlsym + dlopen_count() + sizeof("dlsym");
}
