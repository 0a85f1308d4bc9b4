/* Declarations only, so that policy sees a call to them; none has a model. */
#ifndef HV_STDIO_H
#define HV_STDIO_H

#include "stddef.h"

typedef struct hv_file FILE;
typedef __builtin_va_list hv_arguments;
typedef struct { long hv_offset; } fpos_t;

extern FILE *stdin;
extern FILE *stdout;
extern FILE *stderr;

#define EOF (-1)
#define BUFSIZ 8192
#define FILENAME_MAX 4096
#define _IOFBF 0
#define _IOLBF 1
#define _IONBF 2
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2

int printf(const char *restrict format, ...);
int fprintf(FILE *restrict stream, const char *restrict format, ...);
int sprintf(char *restrict target, const char *restrict format, ...);
int snprintf(char *restrict target, size_t size, const char *restrict format, ...);
int vprintf(const char *restrict format, hv_arguments arguments);
int vfprintf(FILE *restrict stream, const char *restrict format, hv_arguments arguments);
int vsnprintf(char *restrict target, size_t size, const char *restrict format, hv_arguments arguments);
int scanf(const char *restrict format, ...);
int fscanf(FILE *restrict stream, const char *restrict format, ...);
int sscanf(const char *restrict text, const char *restrict format, ...);
int vsprintf(char *restrict target, const char *restrict format, hv_arguments arguments);
int vscanf(const char *restrict format, hv_arguments arguments);
int vfscanf(FILE *restrict stream, const char *restrict format, hv_arguments arguments);
int vsscanf(const char *restrict text, const char *restrict format, hv_arguments arguments);
int dprintf(int descriptor, const char *restrict format, ...);
int puts(const char *text);
int putchar(int character);
int getchar(void);
int fputs(const char *restrict text, FILE *restrict stream);
int fputc(int character, FILE *stream);
int fgetc(FILE *stream);
char *fgets(char *restrict target, int size, FILE *restrict stream);
FILE *fopen(const char *restrict path, const char *restrict mode);
FILE *freopen(const char *restrict path, const char *restrict mode, FILE *restrict stream);
FILE *popen(const char *command, const char *mode);
int pclose(FILE *stream);
int fclose(FILE *stream);
int fflush(FILE *stream);
size_t fread(void *restrict target, size_t size, size_t count, FILE *restrict stream);
size_t fwrite(const void *restrict source, size_t size, size_t count, FILE *restrict stream);
int fseek(FILE *stream, long offset, int origin);
long ftell(FILE *stream);
int remove(const char *path);
int rename(const char *from, const char *to);
int putc(int character, FILE *stream);
int getc(FILE *stream);
int ungetc(int character, FILE *stream);
long getline(char **restrict line, size_t *restrict size, FILE *restrict stream);
FILE *fdopen(int descriptor, const char *mode);
FILE *tmpfile(void);
int fileno(FILE *stream);
void rewind(FILE *stream);
int fgetpos(FILE *restrict stream, fpos_t *restrict position);
int fsetpos(FILE *stream, const fpos_t *position);
int feof(FILE *stream);
int ferror(FILE *stream);
void clearerr(FILE *stream);
void setbuf(FILE *restrict stream, char *restrict buffer);
int setvbuf(FILE *restrict stream, char *restrict buffer, int mode, size_t size);
void perror(const char *text);

#endif
