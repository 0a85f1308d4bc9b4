using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    /// <summary>The address of a place, which need not be a good one.</summary>
    private Symbolic Locate(Place place) => place switch
    {
        Place.Named named => new Symbolic.Address(Home(named.Variable, named.Span)!, IntegerPolynomial.Zero),
        Place.Dereference dereference => Evaluate(dereference.Pointer),
        Place.Element element => Moved(element.Pointer, Evaluate(element.Pointer), NumberOf(Evaluate(element.Index), element.Index.Type, element.Index.Span, "index")),
        Place.Field field => _layout.OffsetOf(field.Record.Type.Unqualified, field.Name) is { } offset
            ? Shifted(Locate(field.Record), IntegerPolynomial.Of(offset))
            : Refused($"field '{field.Name}' of a type without a known layout", field.Span, SizeType),
        Place.Lane lane => Shifted(Locate(lane.Vector), NumberOf(Evaluate(lane.Index), lane.Index.Type, lane.Span) * (_layout.SizeOf(lane.Type) ?? 0)),
        Place.Unsupported unsupported => Refused(unsupported.Reason, unsupported.Span, SizeType),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Symbolic Moved(Value.Binary binary, Symbolic left, Symbolic right)
    {
        var isLeft = binary.Left.Type is CType.Pointer;
        var count = NumberOf(isLeft ? right : left, (isLeft ? binary.Right : binary.Left).Type, binary.Span, "index");
        return Moved(isLeft ? binary.Left : binary.Right, isLeft ? left : right, binary.Operation == Operation.Subtract ? -count : count);
    }

    private Symbolic Moved(Value pointer, Symbolic start, IntegerPolynomial count) => StrideOf(pointer) is { } stride
        ? Shifted(start, count * stride)
        : Refused("pointer to a type without a known size", pointer.Span, pointer.Type);

    private static Symbolic Shifted(Symbolic start, IntegerPolynomial bytes) => start.Select(part =>
        part is Symbolic.Address address ? address with { Offset = address.Offset + bytes } : part);

    private Symbolic Distance(Value.Binary binary, Symbolic left, Symbolic right) =>
        left is Symbolic.Address a && right is Symbolic.Address b && a.Object == b.Object
        && StrideOf(binary.Left)?.Constant is { IsZero: false } stride && (a.Offset - b.Offset).Over(stride) is { } distance
            ? Symbolic.Of(distance)
            : Anything(binary.Type, "distance", DimensionKind.Free, binary.Span);

    /// <summary>Bytes from one element to the next behind a pointer.</summary>
    private IntegerPolynomial? StrideOf(Value pointer)
    {
        var element = pointer.Type is CType.Pointer { Pointee: var pointee } ? pointee : pointer.Type;
        var (measured, level) = ExtentsBehind(pointer);
        return element is CType.Void ? IntegerPolynomial.One : BytesOf(element, measured, level);
    }

    private IntegerPolynomial? BytesOf(CType type, Variable? measured, int level) => type switch
    {
        CType.VariableArray array => measured is not null && _state.Extents.TryGetValue(measured, out var extents) && level < extents.Length
            && BytesOf(array.Element, measured, level + 1) is { } row
            ? row * extents[level]
            : null,
        CType.Array { Count: { } count } array => BytesOf(array.Element, measured, level) is { } element ? element * count : null,
        _ => _layout.SizeOf(type.Unqualified) is { } size ? IntegerPolynomial.Of(size) : null,
    };

    /// <summary>The variable whose declaration measured what a pointer points to, and the level at which that begins.</summary>
    private static (Variable? Measured, int Level) ExtentsBehind(Value pointer) => pointer switch
    {
        Value.Load { Place: Place.Named named } => (named.Variable, 0),
        Value.Convert { Kind: ConversionKind.PointerCast } cast when cast.Operand.Type is CType.Pointer { Pointee: CType.VariableArray } => ExtentsBehind(cast.Operand),
        Value.Decay { Array: Place.Named { Variable: var variable } array } => (variable, array.Type is CType.VariableArray ? 1 : 0),
        Value.Decay { Array: Place.Element element } => ExtentsBehind(element.Pointer) is var (variable, level)
            ? (variable, element.Type is CType.VariableArray ? level + 1 : level)
            : default,
        Value.Decay { Array: Place.Dereference dereference } => ExtentsBehind(dereference.Pointer) is var (variable, level)
            ? (variable, dereference.Type is CType.VariableArray ? level + 1 : level)
            : default,
        Value.Binary { Arithmetic: Arithmetic.Pointer } moved => ExtentsBehind(moved.Left.Type is CType.Pointer ? moved.Left : moved.Right),
        _ => (null, 0),
    };

    /// <summary>The object a variable lies in; null for one that only statements naming it can reach.</summary>
    private DataObject? Home(Variable variable, TextSpan span)
    {
        if (_state.Homes.TryGetValue(variable, out var home))
        {
            return home;
        }

        var lasts = variable.Storage != StorageKind.Automatic || _globals.ContainsKey(variable);
        if (lasts && _statics.TryGetValue(variable, out var known))
        {
            return known;
        }

        if (!lasts && variable.IsUnshared && IsScalar(variable.Type) && !IsTeamMemory(variable))
        {
            return null;
        }

        return NewHome(variable, lasts, span);
    }

    private DataObject NewHome(Variable variable, bool lasts, TextSpan span)
    {
        var kind = !lasts ? DataObjectKind.Local : _globals.ContainsKey(variable) ? DataObjectKind.Global : DataObjectKind.Static;
        var size = BytesOf(variable.Type, variable, 0);
        var made = _journal.Object(variable.Name, kind, size, variable.Type, lasts ? null : Innermost, span, variable.IsThreadPrivate, AlignmentOf(variable));
        _variables[made] = variable;
        if (lasts)
        {
            _statics[variable] = made;
        }

        _state = _state with { Homes = _state.Homes.SetItem(variable, made) };
        return made;
    }

    private int AlignmentOf(Variable variable) => Math.Max(variable.AlignmentInBytes ?? 1, _layout.AlignmentOf(variable.Type));

    private readonly Dictionary<DataObject, Variable> _variables = [];
}
