#include <stdio.h>
int main(void)
{
    char text[100] = "";
#pragma omp parallel for
    for (int i = 0; i < 99; i++) {
        text[i] = 'x';
        printf("%s\n", text);
    }
    return 0;
}
