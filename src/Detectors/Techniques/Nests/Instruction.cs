using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Techniques.Nests;

/// <summary>
/// A function of the compiler's headers as its name tells it apart: <c>_mm512_maskz_loadu_pd</c> is the operation
/// <c>loadu</c>, masked, on <c>pd</c>. The only place that takes such names apart.
/// </summary>
public sealed record Instruction(string Operation, bool IsMasked, string Suffix)
{
    private const string IntrinsicPrefix = "_mm";
    private const string BuiltinPrefix = "__builtin_";

    private static readonly HashSet<string> Multiplying =
        ["fmadd", "fmsub", "fnmadd", "fnmsub", "fmaddsub", "fmsubadd", "fma", "fmaf", "fmal"];

    private static readonly HashSet<string> Accumulating = ["add", "adds", "sub", "subs", "max", "min", "fmax", "fmaxf", "fmin", "fminf"];

    private static readonly HashSet<string> Masks = ["mask", "maskz", "mask2", "mask3"];

    private static readonly HashSet<string> ScalarSuffixes = ["sd", "ss", "pd1", "ps1", "sh"];

    /// <summary>Null for functions of the file itself and for those that no header brings.</summary>
    public static Instruction? Of(Symbol function)
    {
        if (function.Origin == SymbolOrigin.Kernel)
        {
            return null;
        }

        if (!function.Name.StartsWith(IntrinsicPrefix, StringComparison.Ordinal))
        {
            return new(function.Name.StartsWith(BuiltinPrefix, StringComparison.Ordinal) ? function.Name[BuiltinPrefix.Length..] : function.Name, false, "");
        }

        var words = function.Name.Split('_', StringSplitOptions.RemoveEmptyEntries)[1..];
        var isMasked = words is [var first, _, ..] && Masks.Contains(first);
        var rest = isMasked ? words[1..] : words;
        return new(rest.FirstOrDefault(""), isMasked || rest is ["maskload" or "maskstore", ..], string.Join('_', rest.Skip(1)));
    }

    public bool IsFused => Multiplying.Contains(Operation);

    /// <summary>Whether the result grows out of one of its operands: by addition, subtraction, maximum or minimum.</summary>
    public bool IsAccumulating => IsFused || Accumulating.Contains(Operation);

    public bool IsPrefetch => Operation.Contains("prefetch", StringComparison.Ordinal);

    public bool IsNonTemporalStore =>
        Operation == "nontemporal_store" || (Operation == "stream" && !Suffix.StartsWith("load", StringComparison.Ordinal));

    /// <summary>Aligned moves of whole vectors; those of one number have no alignment.</summary>
    public bool IsAlignedMove => Operation is "load" or "store" && !ScalarSuffixes.Contains(Suffix);

    /// <summary>Moves of one lane only, or of one number into every lane.</summary>
    public bool IsOfOneNumber => ScalarSuffixes.Contains(Suffix) || Operation is "load1" or "broadcast";

    public bool IsVectorMove => Operation is "load" or "loadu" or "store" or "storeu" or "maskload" or "maskstore" or "expandloadu" or "compressstoreu";

    /// <summary>Whether a function of that type writes to memory what it is given.</summary>
    public static bool IsStore(Symbol function) =>
        Of(function) is { IsPrefetch: false } instruction && function.Type is CType.Function { Result: CType.Void } type
        && (instruction.IsNonTemporalStore
            || (function.Name.StartsWith(IntrinsicPrefix, StringComparison.Ordinal) && type.Parameters.Any(parameter => parameter is CType.Pointer) && type.Parameters.Length > 1));

    /// <summary>Whether a function copies bytes from its second operand to its first.</summary>
    public static bool IsBlockCopy(Symbol function) => Of(function) is { Operation: "memcpy" or "memmove" };

    /// <summary>The vectors among the operands and the result; none for instructions on single words.</summary>
    public static IEnumerable<CType.Vector> VectorsOf(Symbol function) =>
        function.Type is CType.Function type ? type.Parameters.Append(type.Result).OfType<CType.Vector>() : [];
}
