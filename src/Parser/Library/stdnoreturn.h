#ifndef HV_STDNORETURN_H
#define HV_STDNORETURN_H

#define noreturn _Noreturn

#endif
