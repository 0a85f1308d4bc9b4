namespace ClangSharp.Interop;

/// <summary>The storage class written on a declaration.</summary>
public enum CX_StorageClass
{
    CX_SC_Invalid,
    CX_SC_None,
    CX_SC_Extern,
    CX_SC_Static,
    CX_SC_PrivateExtern,
    CX_SC_OpenCLWorkGroupLocal,
    CX_SC_Auto,
    CX_SC_Register,
}
