using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Verifier.Parametric.Extracting;

namespace HpcVerify.Verifier.Parametric;

/// <summary>Finds all that a function does to memory, for all sizes at once.</summary>
public static class AccessExtraction
{
    /// <summary>Null where the file does not define the function. The tree must have been parsed with its library.</summary>
    public static Extraction? Of(SyntaxTree tree, string function) => Of(Lowering.Lower(tree).Value, Lowering.Lower(tree.LibraryTree).Value, function);

    public static Extraction? Of(Module module, Module library, string function) =>
        module.Functions.FirstOrDefault(candidate => candidate.Name == function && candidate.Body is not null) is { } entry
            ? new Extractor(module, library, entry).Run(entry)
            : null;
}
