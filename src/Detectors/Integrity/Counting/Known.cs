using System.Collections.Immutable;
using HpcVerify.Parser.Syntax;

namespace HpcVerify.Detectors.Integrity.Counting;

/// <summary>A value that the sizes decide; what they do not decide is null instead.</summary>
internal abstract record Known
{
    private Known() { }

    public sealed record Whole(Int128 Number) : Known;

    public sealed record Real(double Number) : Known;

    /// <summary>Somewhere in an object of the kernel's own.</summary>
    public sealed record Address(Spot Spot) : Known;

    /// <summary>Somewhere in memory that holds contents.</summary>
    public sealed record Contents : Known;

    /// <summary>An array or record; what no path names is zero.</summary>
    public sealed record Parts(ImmutableDictionary<string, Known?> Values) : Known;

    public bool? Truth => this switch
    {
        Whole whole => whole.Number != 0,
        Real real => real.Number != 0,
        Address or Contents => true,
        _ => null,
    };

    public static Known Of(bool truth) => new Whole(truth ? 1 : 0);

    /// <summary>A number as an integer type holds it.</summary>
    public static Whole Of(Int128 number, CType type)
    {
        const int Widest = 64;
        if (type is not CType.Integer { WidthInBits: <= Widest } integer)
        {
            return new(number);
        }

        var wrapped = number & ((Int128.One << integer.WidthInBits) - 1);
        return new(integer.IsSigned && wrapped >> (integer.WidthInBits - 1) != 0 ? wrapped - (Int128.One << integer.WidthInBits) : wrapped);
    }
}

/// <summary>A part of an object: <c>.k</c> or <c>[1].k</c>, and the element of it if it is an array.</summary>
internal readonly record struct Spot(Cells Cells, string Prefix, long? Index)
{
    public string Path => Index is { } index ? $"{Prefix}[{index}]" : Prefix;

    /// <summary>The object, of which nobody knows which part.</summary>
    public bool IsSomewhere => Prefix == Anywhere;

    public bool IsWhole => Index is null && Prefix.Length == 0;

    public const string Anywhere = "?";
}

/// <summary>An object of the kernel's own, by the paths of what is known of it.</summary>
internal sealed class Cells(bool isZeroed)
{
    private static readonly ImmutableDictionary<string, Known?> NoParts = ImmutableDictionary<string, Known?>.Empty;

    private ImmutableDictionary<string, Known?> _parts = NoParts;
    private Known? _whole;
    private bool _isZeroed = isZeroed;

    public Known? Read(Spot spot, CType type)
    {
        if (spot.IsSomewhere)
        {
            return null;
        }

        if (type is CType.Record or CType.Array)
        {
            var prefix = spot.Path;
            return _isZeroed
                ? new Known.Parts(_parts.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToImmutableDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value))
                : null;
        }

        return spot.IsWhole ? _whole
            : _parts.TryGetValue(spot.Path, out var known) ? known
            : _isZeroed && type is CType.Integer or CType.Boolean or CType.Enumeration ? new Known.Whole(0) : null;
    }

    public void Write(Spot spot, Known? value)
    {
        if (spot.IsSomewhere)
        {
            Forget();
            return;
        }

        if (spot.IsWhole && value is not Known.Parts)
        {
            Forget();
            _whole = value;
            return;
        }

        var path = spot.Path;
        foreach (var part in _parts.Keys.Where(key => path.Length == 0 || key.StartsWith(path + ".", StringComparison.Ordinal) || key.StartsWith(path + "[", StringComparison.Ordinal)))
        {
            _parts = _parts.SetItem(part, null);
        }

        if (value is not Known.Parts parts)
        {
            _parts = _parts.SetItem(path, value);
            return;
        }

        _isZeroed |= path.Length == 0;
        _parts = _parts.SetItems(parts.Values.Select(pair => KeyValuePair.Create(path + pair.Key, pair.Value)));
    }

    public void Forget() => (_parts, _whole, _isZeroed) = (NoParts, null, false);

    public Cells Copy() => new(_isZeroed) { _parts = _parts, _whole = _whole };

    /// <summary>Keeps what is the same in both.</summary>
    public void Join(Cells other)
    {
        _isZeroed &= other._isZeroed;
        _whole = Equals(_whole, other._whole) ? _whole : null;
        foreach (var path in _parts.Keys.Concat(other._parts.Keys).Where(path => !(_parts.TryGetValue(path, out var mine) && other._parts.TryGetValue(path, out var theirs) && Equals(mine, theirs))))
        {
            _parts = _parts.SetItem(path, null);
        }
    }

    public void Restore(Cells other) => (_parts, _whole, _isZeroed) = (other._parts, other._whole, other._isZeroed);
}
