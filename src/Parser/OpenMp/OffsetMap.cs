using System.Collections.Immutable;
using HpcVerify.Parser.Text;

namespace HpcVerify.Parser.OpenMp;

/// <summary>
/// One stretch of rewritten text: a copy of the original bytes, or words put in place of <paramref name="Original"/>.
/// </summary>
public readonly record struct OffsetPiece(TextSpan Rewritten, TextSpan Original, bool IsCopy);

/// <summary>Where each byte of a rewritten file came from, and where each byte that was kept went.</summary>
public sealed class OffsetMap
{
    private readonly ImmutableArray<OffsetPiece> _byRewritten;
    private readonly ImmutableArray<OffsetPiece> _copiesByOriginal;

    /// <summary>The pieces have to cover the rewritten text without gaps, in order.</summary>
    public OffsetMap(ImmutableArray<OffsetPiece> pieces)
    {
        _byRewritten = pieces;
        _copiesByOriginal = [.. pieces.Where(piece => piece.IsCopy).OrderBy(piece => piece.Original)];
    }

    public ImmutableArray<OffsetPiece> Pieces => _byRewritten;

    /// <summary>The original offset of a rewritten one; words put in point to the start of what they replace.</summary>
    public int ToOriginal(int rewritten)
    {
        var index = Last(_byRewritten, piece => piece.Rewritten.Start <= rewritten);
        return index < 0 ? rewritten : ToOriginal(_byRewritten[index], rewritten);
    }

    /// <summary>The original bytes behind a rewritten span; what is put in stands for all it replaces.</summary>
    public TextSpan ToOriginal(TextSpan rewritten)
    {
        var start = ToOriginal(rewritten.Start);
        if (rewritten.Length == 0)
        {
            return new(start, 0);
        }

        var last = Last(_byRewritten, piece => piece.Rewritten.Start < rewritten.End);
        var end = last < 0 || _byRewritten[last].IsCopy ? ToOriginal(rewritten.End - 1) + 1 : _byRewritten[last].Original.End;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The rewritten offset of an original one; of bytes that were replaced, where what follows them is.</summary>
    public int ToRewritten(int original)
    {
        var index = Last(_copiesByOriginal, piece => piece.Original.Start <= original);
        if (index >= 0 && original < _copiesByOriginal[index].Original.End)
        {
            return _copiesByOriginal[index].Rewritten.Start + original - _copiesByOriginal[index].Original.Start;
        }

        return index + 1 < _copiesByOriginal.Length
            ? _copiesByOriginal[index + 1].Rewritten.Start
            : _byRewritten.IsEmpty ? 0 : _byRewritten[^1].Rewritten.End;
    }

    private static int ToOriginal(OffsetPiece piece, int rewritten) =>
        piece.IsCopy ? piece.Original.Start + rewritten - piece.Rewritten.Start : piece.Original.Start;

    /// <summary>The last piece for which a condition holds that holds for a prefix of the pieces; -1 for none.</summary>
    private static int Last(ImmutableArray<OffsetPiece> pieces, Func<OffsetPiece, bool> holds)
    {
        var (low, high) = (0, pieces.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = holds(pieces[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
