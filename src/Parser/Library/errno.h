/* Declarations only: no model says when it is set. */
#ifndef HV_ERRNO_H
#define HV_ERRNO_H

int *__errno_location(void);

#define errno (*__errno_location())
#define ENOENT 2
#define EINTR 4
#define EAGAIN 11
#define ENOMEM 12
#define EEXIST 17
#define EINVAL 22
#define EDOM 33
#define ERANGE 34
#define EILSEQ 84

#endif
