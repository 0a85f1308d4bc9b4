namespace ClangSharp.Interop;

/// <summary>The opaque native type behind <see cref="CXTranslationUnit"/>.</summary>
public partial struct CXTranslationUnitImpl;
