using System.Collections.Immutable;
using HpcVerify.Parser.Kernels;
using HpcVerify.Parser.Syntax;
using HpcVerify.Parser.Text;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    /// <summary>The place an <c>atomic</c> construct is about.</summary>
    private Place? _atomic;

    private bool IsTeamMemory(Variable variable) => IsTeamMemoryOf(_lanes, variable);

    private Symbolic Load(Place place)
    {
        switch (place)
        {
            case Place.Named { Variable: var variable } when IsScalar(variable.Type):
                return LoadVariable(variable, place);
            case Place.Lane { Vector: Place.Named { Variable: var variable } } lane when !IsTeamMemory(variable) && IsScalar(variable.Type):
                return LaneOf(LoadVariable(variable, lane.Vector), Evaluate(lane.Index), lane.Type, lane.Span);
            default:
                var address = Locate(place);
                Touch(AccessKind.Read, address, place);
                return address is Symbolic.Address { Offset.Constant.IsZero: true } whole && _variables.TryGetValue(whole.Object, out var behind)
                    && behind.Type.Unqualified.Equals(place.Type.Unqualified) && !IsTeamMemory(behind)
                        ? ValueOf(behind, place.Span)
                        : ReadFrom(address, place);
        }
    }

    private Symbolic ReadFrom(Symbolic address, Place place)
    {
        var value = Anything(place.Type.Unqualified, NameOf(address), DimensionKind.Free, place.Span);
        if (value is Symbolic.Number { Value: var number } && address is Symbolic.Address known && place.Type is CType.Integer integer)
        {
            number.Dimensions.Single().Origin = new(known.Object, known.Offset, integer.WidthInBits / 8);
        }

        return value;
    }

    private static string NameOf(Symbolic address) => address is Symbolic.Address known ? $"{known.Object.Name}[]" : "any";

    private Symbolic LoadVariable(Variable variable, Place place)
    {
        if (!IsTeamMemory(variable))
        {
            return ValueOf(variable, place.Span);
        }

        Touch(AccessKind.Read, new Symbolic.Address(Home(variable, place.Span)!, IntegerPolynomial.Zero), place);
        return Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Free, place.Span);
    }

    private Symbolic ValueOf(Variable variable, TextSpan span)
    {
        if (!_state.Values.TryGetValue(variable, out var value))
        {
            value = Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Free, span);
            _state = _state.With(variable, value);
        }

        return value;
    }

    private void Store(Place place, Symbolic value)
    {
        switch (place)
        {
            case Place.Named { Variable: var variable } when IsScalar(variable.Type):
                StoreVariable(variable, value, place);
                break;
            case Place.Lane { Vector: Place.Named { Variable: var variable } } lane when !IsTeamMemory(variable) && IsScalar(variable.Type):
                _state = _state.With(variable, WithLane(ValueOf(variable, lane.Span), variable.Type, Evaluate(lane.Index), value));
                break;
            default:
                var address = Locate(place);
                Touch(AccessKind.Write, address, place);
                Overwrite(address, place, value);
                break;
        }
    }

    private void StoreVariable(Variable variable, Symbolic value, Place place)
    {
        if (IsTeamMemory(variable))
        {
            Touch(AccessKind.Write, new Symbolic.Address(Home(variable, place.Span)!, IntegerPolynomial.Zero), place);
            return;
        }

        _state = _state.With(variable, value);
    }

    private static Symbolic WithLane(Symbolic vector, CType type, Symbolic index, Symbolic value)
    {
        if (type is not CType.Vector { Lanes: var count } || index.Integer?.Constant is not { } lane || lane < 0 || lane >= count)
        {
            return new Symbolic.Unknown();
        }

        var lanes = vector is Symbolic.Lanes known ? known.Each : [.. Enumerable.Repeat<Symbolic>(new Symbolic.Unknown(), count)];
        return new Symbolic.Lanes(lanes.SetItem((int)lane, value));
    }

    /// <summary>What a store through a pointer does to variables that are followed by value.</summary>
    private void Overwrite(Symbolic address, Place place, Symbolic value)
    {
        if (address is Symbolic.Address { Object: var reached } known && reached.Kind is not (DataObjectKind.Unknown or DataObjectKind.Parameter))
        {
            if (_variables.TryGetValue(reached, out var variable) && IsScalar(variable.Type))
            {
                var isWhole = known.Offset.Constant is { IsZero: true } && variable.Type.Unqualified.Equals(place.Type.Unqualified);
                _state = _state.With(variable, isWhole ? value : Anything(variable.Type.Unqualified, variable.Name, DimensionKind.Free, place.Span));
            }

            return;
        }

        if (address is not Symbolic.Choice choice)
        {
            Forget(variable => MayMeet(variable, place.Type), place.Span);
            return;
        }

        foreach (var way in new[] { choice.WhenTrue, choice.WhenFalse })
        {
            Overwrite(way, place, new Symbolic.Unknown());
        }
    }

    /// <summary>Whether a store of a type through a pointer from elsewhere can change a variable (C17 6.5p7).</summary>
    private bool MayMeet(Variable variable, CType type) =>
        CanBePointedTo(variable) && (variable.Type.Unqualified.Equals(type.Unqualified) || type is CType.Integer { WidthInBits: 8 } || IsInteger(variable.Type) == IsInteger(type));

    /// <summary>Nobody else can have taken the address of what a whole program keeps for itself.</summary>
    private bool CanBePointedTo(Variable variable) =>
        variable.IsAddressTaken || (!variable.IsUnshared && !_isProgram && variable.Symbol is not { IsInternal: true } && variable.Storage != StorageKind.Automatic);

    private void Forget(Func<Variable, bool> isChanged, TextSpan span) => Forget(isChanged, span, DimensionKind.Free);

    private void Forget(Func<Variable, bool> isChanged, TextSpan span, DimensionKind kind)
    {
        foreach (var variable in _state.Values.Keys.Where(variable => !variable.Type.IsConst && isChanged(variable)).InOrder())
        {
            _state = _state.With(variable, Anything(variable.Type.Unqualified, variable.Name, kind, span));
        }
    }

    private void Touch(AccessKind kind, Symbolic address, Place place)
    {
        if (place.Root is not { IsThreadPrivate: true })
        {
            Unpointed(address, place.Span);
        }

        var width = place.Type is CType.Vector vector ? _layout.SizeOf(vector.Element) : null;
        var length = BytesOf(place.Type, place.Root, 0) ?? IntegerPolynomial.One;
        Touch(kind, address, length, (int)(width ?? (long)(length.Constant ?? 1)), place == _atomic, place.Span);
    }

    /// <summary>A pointer to what is thread-private leads to the copy of whoever took it.</summary>
    private void Unpointed(Symbolic address, TextSpan span)
    {
        if (address is Symbolic.Address { Object.IsThreadPrivate: true })
        {
            Gap(GapKind.Pointer, "thread-private memory that is reached through a pointer", span);
        }
    }

    private void Touch(AccessKind kind, Symbolic address, IntegerPolynomial length, int width, bool isAtomic, TextSpan span)
    {
        switch (address)
        {
            case Symbolic.Choice choice:
                Under(choice.Condition, () => Touched(kind, choice.WhenTrue, length, width, isAtomic, span));
                Under(choice.Condition.Negated(), () => Touched(kind, choice.WhenFalse, length, width, isAtomic, span));
                return;
            case Symbolic.Address known:
                if (known.Object.Kind == DataObjectKind.Unknown)
                {
                    Gap(GapKind.Pointer, "pointer that is read from memory or not understood", span);
                }

                _journal.Add(new Access(kind, known.Object, known.Offset, length, width, isAtomic, _state.Locks, Setting(span)));
                return;
            default:
                Gap(GapKind.Pointer, "pointer that is not understood", span);
                return;
        }
    }

    private bool Touched(AccessKind kind, Symbolic address, IntegerPolynomial length, int width, bool isAtomic, TextSpan span)
    {
        Touch(kind, address, length, width, isAtomic, span);
        return true;
    }
}
