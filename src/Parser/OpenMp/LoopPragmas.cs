namespace HpcVerify.Parser.OpenMp;

/// <summary>The names of pragmas other than OpenMP's, and which of them speak of the next loop.</summary>
internal static class LoopPragmas
{
    /// <summary>The pragma's one or two words of name, and the rest of it.</summary>
    public static (string Name, string? Argument) NameOf(PragmaText text)
    {
        var tokens = text.Tokens;
        var count = tokens[0].Text is "GCC" or "clang" or "STDC" or "acc" or "intel" && tokens.Length > 1 ? 2 : 1;
        var name = string.Join(' ', tokens.Take(count).Select(token => token.Text));
        return (name, tokens.Length > count ? Text.CTokens.Spell(tokens, count, tokens.Length) : null);
    }

    public static bool Govern(string name) =>
        name is "GCC ivdep" or "GCC unroll" or "GCC novector" or "clang loop" or "unroll" or "nounroll" or "unroll_and_jam"
            or "nounroll_and_jam" or "ivdep" or "vector" or "novector" or "simd" or "loop" or "loop_count" or "distribute_point"
            or "nofusion";

    /// <summary>gcc demands a loop after these.</summary>
    public static bool IsRejectedOutside(string name) => name is "GCC ivdep" or "GCC unroll" or "GCC novector";
}
