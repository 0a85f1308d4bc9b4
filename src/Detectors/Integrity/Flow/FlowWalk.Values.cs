using HpcVerify.Detectors.Techniques.Nests;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Detectors.Integrity.Flow;

internal sealed partial class FlowWalk
{
    /// <summary>Masks and divisors up to a pair of cache lines leave an address's alignment, and nothing that tells buffers apart.</summary>
    private const int LargestAlignment = 128;

    /// <summary>Of the place in a page no more than whether it is the beginning is an alignment.</summary>
    private const int PageInBytes = 4096;

    private const int LargestAlignmentInBits = 7;

    /// <summary>Where a place is: a variable of the kernel, or what an address leads to; and whether that is one element for good.</summary>
    private readonly record struct Spot(Variable? Variable, Fact Address, bool IsFixed);

    private Fact Follow(Value value)
    {
        var fact = FactOf(value);
        if (_isLast)
        {
            Values.Add((value, Here));
            Facts[value] = fact;
        }

        return fact;
    }

    private Fact FactOf(Value value) => value switch
    {
        Value.Load load => Read(load),
        Value.AddressOf address => AddressOf(address.Place),
        Value.Decay decay => AddressOf(decay.Array),
        Value.Convert convert => Converted(convert, Follow(convert.Operand)),
        Value.Unary { Operation: UnaryOperation.LogicalNot } not => Tested(not.Operand, Follow(not.Operand)),
        Value.Unary unary => Follow(unary.Operand),
        Value.Binary binary => Combined(binary),
        Value.Select select => Chosen(select),
        Value.And and => NoPointer(Follow(and.Left) | Follow(and.Right)),
        Value.Or or => NoPointer(Follow(or.Left) | Follow(or.Right)),
        Value.Lane lane => Follow(lane.Vector) | Follow(lane.Index).Sources,
        Value.Aggregate aggregate => aggregate.Elements.Aggregate(Fact.None, (fact, element) => fact | Follow(element)),
        Value.PureCall call => Called(call.Target, call.Arguments, call.Type, call.Span),
        Value.Unsupported or Value.FunctionAddress => Unread(),
        _ => Fact.None,
    };

    private static Fact NoPointer(Fact fact) => fact with { Roots = Roots.None };

    private static Fact Converted(Value.Convert convert, Fact fact) => convert.Kind switch
    {
        ConversionKind.PointerToInteger => fact | (fact.Roots.Parameters != 0 ? Sources.Address : Sources.None),
        ConversionKind.ToBoolean => NoPointer(Tested(convert.Operand, fact)),
        ConversionKind.IntegerToFloating => NoPointer(fact),
        _ => fact,
    };

    private Fact Combined(Value.Binary binary)
    {
        var (left, right) = (Follow(binary.Left), Follow(binary.Right));
        var both = left | right;
        return binary.Operation switch
        {
            Operation.BitwiseAnd when IsAlignment(binary.Left, left) || IsAlignment(binary.Right, right) => NoPointer(both with { Sources = both.Sources.Without(Sources.Address) }),
            Operation.Remainder when IsAlignment(binary.Right, right) => NoPointer(both with { Sources = both.Sources.Without(Sources.Address) }),
            Operation.ShiftRight when both.Sources.Has(Sources.Address) && !(ConstantNumber.Of(binary.Right) < LargestAlignmentInBits) => both | Sources.AddressPart,
            Operation.Divide when both.Sources.Has(Sources.Address) && !(ConstantNumber.Of(binary.Right) < LargestAlignment) => both | Sources.AddressPart,
            Operation.Equal or Operation.NotEqual when ConstantNumber.IsZero(binary.Right) => NoPointer(Tested(binary.Left, both)),
            Operation.Less or Operation.LessOrEqual or Operation.Greater or Operation.GreaterOrEqual or Operation.Equal or Operation.NotEqual or Operation.Difference => NoPointer(both),
            Operation.Multiply when left.Sources.Has(Sources.Approximation) && right.Sources.Has(Sources.Approximation) => Refined(both),
            _ => both,
        };
    }

    /// <summary>What is left when only whether a number is zero counts.</summary>
    private static Fact Tested(Value value, Fact fact) => value switch
    {
        Value.Convert convert => Tested(convert.Operand, fact),
        Value.Binary { Operation: Operation.BitwiseAnd or Operation.Remainder, Right: var most } when ConstantNumber.Of(most) is { } number && number >= 0 && number <= PageInBytes =>
            fact with { Sources = fact.Sources.Without(Sources.Address) },
        _ => fact,
    };

    /// <summary>A small number, or one that depends on nothing and so is none of an address's leading bits.</summary>
    private static bool IsAlignment(Value value, Fact fact) =>
        ConstantNumber.Of(value) is { } number ? number >= 0 && number <= LargestAlignment : fact == Fact.None;

    private Fact Refined(Fact fact)
    {
        HasRefinement = true;
        return fact;
    }

    /// <summary>Whether an approximation is multiplied by what is made of it, as each of Newton's steps does.</summary>
    public bool HasRefinement { get; private set; }

    private Fact Chosen(Value.Select select)
    {
        var condition = Decide(select, select.Condition);
        _choices++;
        var chosen = Follow(select.WhenTrue) | Follow(select.WhenFalse) | condition;
        _choices--;
        return chosen;
    }

    private Fact AddressOf(Place place)
    {
        var spot = Find(place);
        if (spot.Variable is not { } variable)
        {
            return spot.Address;
        }

        if (place is Place.Named)
        {
            Define(variable, null);
        }

        return new(spot.Address.Sources, RootOf(variable));
    }

    private Fact Read(Value.Load load)
    {
        var spot = Find(load.Place);
        Steering |= spot.Address.Sources;
        if (spot.Variable is { } variable)
        {
            NoteEarly(_unset.ContainsKey(variable) ? RootOf(variable) : Roots.None, load.Span);
            return Held(variable) | spot.Address.Sources | (IsPunned(load, variable) ? Sources.Address : Sources.None);
        }

        if (_isLast)
        {
            Reads.Add(new(load.Place, spot.Address.Roots, Here));
        }

        NoteEarly(spot.Address.Roots, load.Span);
        return ContentsAt(spot.Address, spot.IsFixed);
    }

    /// <summary><code>union { double *pointer; long number; } u = { A };   u.number</code></summary>
    private bool IsPunned(Value.Load load, Variable variable) =>
        load is { Place: Place.Field { Record.Type: CType.Record { IsUnion: true } }, Type: CType.Integer } && Held(variable).Roots.Parameters != 0;

    /// <summary>What is found where an address leads, which also depends on where that is.</summary>
    private Fact ContentsAt(Fact address, bool isFixed)
    {
        IsIncomplete |= IsLost(address);
        var slots = address.Roots.Parameters;
        var fact = new Fact(address.Sources | (isFixed ? Sources.FixedContents(slots) : Sources.Contents(slots)), address.Roots.IsKnown ? Roots.None : Roots.Unknown);
        return OwnersOf(address.Roots).Aggregate(fact, (found, owner) => found | Held(owner));
    }

    /// <summary>Whether nobody knows where an address leads, now that all that is to be learned of it is known.</summary>
    private bool IsLost(Fact address) => _isLast && (address.Roots.IsNone || !address.Roots.IsKnown);

    private Fact Held(object owner)
    {
        var fact = _held.GetValueOrDefault(owner);
        return owner is Variable { Storage: not StorageKind.Automatic } variable && !ConstantObjects.IsConstant(variable.Type) ? fact | Sources.State : fact;
    }

    private Spot Find(Place place)
    {
        switch (place)
        {
            case Place.Named named:
                return new(named.Variable, Fact.None, false);
            case Place.Field field:
                return Find(field.Record);
            case Place.Lane lane:
                var vector = Find(lane.Vector);
                return vector with { Address = vector.Address | Follow(lane.Index).Sources };
            case Place.Element { Pointer: Value.Decay decay } element:
                var array = Find(decay.Array);
                return array with { Address = array.Address | Follow(element.Index).Sources, IsFixed = false };
            case Place.Element element:
                var index = Follow(element.Index);
                return new(null, Follow(element.Pointer) | index.Sources, IsParameter(element.Pointer) && ConstantNumber.Of(element.Index) is not null);
            case Place.Dereference dereference:
                return new(null, Follow(dereference.Pointer), IsParameter(dereference.Pointer));
            default:
                return new(null, Unread(), false);
        }
    }

    /// <summary>Whether an address is that which the caller passed, as another type perhaps.</summary>
    private bool IsParameter(Value pointer) => pointer switch
    {
        Value.Convert { Kind: ConversionKind.PointerCast } convert => IsParameter(convert.Operand),
        Value.Load { Place: Place.Named named } => _entry.Parameters.Contains(named.Variable) && _held[named.Variable].Sources.IsNone,
        _ => false,
    };

    private void Put(Place target, Value value)
    {
        var fact = Follow(value);
        var spot = Find(target);
        Steering |= spot.Address.Sources;
        if (spot.Variable is { } variable)
        {
            Define(variable, target is Place.Named ? value : null);
            Hold(variable, fact | spot.Address.Sources | _context);
            Fill(variable);
            if (_isLast && variable.Storage != StorageKind.Automatic)
            {
                Kept.Add((variable, fact.Sources, target.Span));
            }

            return;
        }

        PutAt(spot.Address, fact);
        NoteConstant(spot.Address.Roots, target.Span);
        if (_isLast)
        {
            Stores.Add(new(_statement, spot.Address.Roots, fact.Sources, target.Type, target.Span, Here) { Place = target });
        }
    }

    private void NoteConstant(Roots roots, TextSpan span)
    {
        if (_isLast && roots is { IsKnown: true, Parameters: 0 } && OwnersOf(roots).ToList() is [Variable { Storage: not StorageKind.Automatic } variable] && ConstantObjects.IsConstant(variable.Type))
        {
            ConstantsWritten.Add((variable, span));
        }
    }

    private void PutAt(Fact address, Fact fact)
    {
        IsIncomplete |= IsLost(address);
        var sources = fact.Sources | address.Sources | _context;
        for (var slot = 0; slot < Sources.Slots; slot++)
        {
            if ((address.Roots.Parameters & Sources.Slot(slot)) != 0)
            {
                Stored[slot] |= sources;
            }
        }

        foreach (var owner in OwnersOf(address.Roots))
        {
            Hold(owner, fact | sources);
            Fill(owner);
        }
    }

    /// <summary>What a computation outside of the model, or a function called by its address, reads and leads to.</summary>
    private Fact Unread()
    {
        IsIncomplete = true;
        return new(Sources.None, Roots.Unknown);
    }

    /// <summary>A read of an array or of allocated memory, on all ways through its function, before anything was stored there.</summary>
    private void NoteEarly(Roots from, TextSpan span)
    {
        if (_isLast && _choices == 0 && from is { IsKnown: true, Parameters: 0 } && OwnersOf(from).ToList() is [var owner]
            && _unset.TryGetValue(owner, out var unset) && unset.Function == _function && _filled.Add(owner))
        {
            _early[owner] = (new(unset.Name, span), _depth > _depths[_function] ? _outerLoop : null);
        }
    }

    /// <summary>What a loop stores further down, it may have stored in the iteration before.</summary>
    private void Fill(object owner)
    {
        _filled.Add(owner);
        if (_early.TryGetValue(owner, out var early) && early.Loop is not null && early.Loop == _outerLoop)
        {
            _early.Remove(owner);
        }
    }
}
