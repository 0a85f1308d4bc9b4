using System.Diagnostics;
using System.Text.RegularExpressions;

namespace HpcVerify.Trainer.Variants;

/// <summary>Recipes as C: the same recipe in the same style is the same text.</summary>
public static partial class KernelPrinter
{
    public static string Print(Recipe recipe, Style style)
    {
        var kernel = new KernelText(recipe, style);
        var text = recipe.Task switch
        {
            "matmul" => new MatmulWriter(kernel).Write(),
            "gemv" => new GemvWriter(kernel).Write(),
            "axpy" => new VectorWriter(kernel).WriteAxpy(),
            "dot" => new VectorWriter(kernel).WriteDot(),
            "stencil2d" => new GridWriter(kernel).WriteStencil(),
            "transpose" => new GridWriter(kernel).WriteTranspose(),
            _ => throw new UnreachableException(recipe.Task),
        };
        return Spoilt(text, recipe, style);
    }

    /// <summary>Faults of the text, which a compiler or a reader sees.</summary>
    private static string Spoilt(string text, Recipe recipe, Style style) => recipe.Fault switch
    {
        Fault.MissingSemicolon => WithoutSemicolon(text, style),
        Fault.MissingBrace => text[..text.LastIndexOf('}')],
        Fault.Undeclared => WithStrangeName(text, recipe),
        Fault.MissingHeader => text.Replace("#include <immintrin.h>\n", "", StringComparison.Ordinal).TrimStart('\n'),
        Fault.Library => WithLibrary(text, recipe),
        Fault.Renamed => text.Replace($"{recipe.Task}_optimized(", $"{recipe.Task}(", StringComparison.Ordinal),
        _ => text,
    };

    /// <summary>One semicolon less, at the end of a statement whose next line cannot go on with it.</summary>
    private static string WithoutSemicolon(string text, Style style)
    {
        var candidates = StatementEnd().Matches(text);
        return text.Remove(candidates[style.Number % candidates.Count].Index, 1);
    }

    /// <summary>The last bound of the kernel has a name that nothing declares.</summary>
    private static string WithStrangeName(string text, Recipe recipe)
    {
        var bound = recipe.Task switch { "matmul" => "N", "gemv" or "axpy" or "dot" => "n", _ => "cols" };
        var last = Regex.Matches(text, $@"\b{bound}\b")[^1];
        return text[..last.Index] + "size" + text[(last.Index + last.Length)..];
    }

    /// <summary>The whole work done by a library.</summary>
    private static string WithLibrary(string text, Recipe recipe)
    {
        var call = recipe.Task switch
        {
            "matmul" => "cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, M, N, K, 1.0, A, K, B, N, 0.0, C, N);",
            "gemv" => "cblas_dgemv(CblasRowMajor, CblasNoTrans, m, n, alpha, A, n, x, 1, beta, y, 1);",
            "axpy" => "cblas_daxpy(n, alpha, x, 1, y, 1);",
            "dot" => "return cblas_ddot(n, x, 1, y, 1);",
            "transpose" => "cblas_somatcopy(CblasRowMajor, CblasTrans, rows, cols, 1.0f, in, cols, out, rows);",
            _ => throw new UnreachableException(recipe.Task),
        };
        var signature = Signature().Match(text).Value;
        return $"#include <cblas.h>\n\n{signature}\n{{\n    {call}\n}}\n";
    }

    [GeneratedRegex(@";(?=\n *[a-z_}])", RegexOptions.CultureInvariant)]
    private static partial Regex StatementEnd();

    [GeneratedRegex(@"^(void|double) \w+_optimized\(.*\)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Signature();
}
