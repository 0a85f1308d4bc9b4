using System.Collections.Immutable;
using System.Numerics;
using HpcVerify.Parser.Kernels;

namespace HpcVerify.Verifier.Parametric.Extracting;

internal sealed partial class Extractor
{
    /// <summary>One loop, executed as one turn that stands for all of them.</summary>
    private sealed class LoopRun
    {
        private readonly Extractor _extractor;
        private readonly KernelStatement.Loop _loop;
        private readonly LoopPlan _plan;
        private readonly Dealing? _dealing;
        private readonly State _before;

        /// <summary>The variable that the iterator is, when each turn changes it by one; null when the iterator counts turns.</summary>
        private readonly Variable? _index;

        private readonly int _direction = 1;
        private readonly IntegerPolynomial _first = IntegerPolynomial.Zero;
        private readonly bool _canLeave;

        /// <summary>The test of the turn that was executed.</summary>
        private Formula _goesOn = Formula.True;

        public LoopRun(Extractor extractor, KernelStatement.Loop loop, LoopPlan plan, Dealing? dealing)
        {
            (_extractor, _loop, _plan, _dealing, _before) = (extractor, loop, plan, dealing, extractor._state);
            _canLeave = LoopExits.CanLeave(loop);
            _index = IndexOf();
            if (_index is not null && plan.GrowthOf(_index)?.Constant is { } step)
            {
                _first = extractor.NumberOf(_before.Values[_index], _index.Type, loop.Span, _index.Name);
                _direction = step.Sign;
            }

            Enclosure = new(extractor._journal.NextPosition(), extractor.CallSite(loop.Span));
        }

        public Enclosure.Loop Enclosure { get; }

        private IntegerPolynomial Iterator => IntegerPolynomial.Of(Enclosure.Iterator);

        public void Execute()
        {
            var (enclosures, path) = (_extractor._enclosures, _extractor._path);
            _extractor._enclosures = enclosures.Add(Enclosure);
            _extractor._dealing = _dealing is { Depth: > 1 } ? _dealing with { Depth = _dealing.Depth - 1 } : null;
            Open();
            var exit = _loop.IsTestFirst ? TestFirst() : TestLast();
            (_extractor._enclosures, _extractor._path) = (enclosures, path);
            _extractor._journal.Add(new ReachedLoop(Enclosure, _goesOn, _extractor.Setting(_loop.Span)));
            Close(exit);
        }

        private Variable? IndexOf() => _loop.Counted is { } shape && IsInteger(shape.Index.Type) && _plan.GrowthOf(shape.Index)?.Constant is { } growth
            ? BigInteger.Abs(growth).IsOne ? shape.Index : null
            : _plan.Changes.Where(change => change.Growth?.Constant is { } step && BigInteger.Abs(step).IsOne && IsInteger(change.Variable.Type))
                .Select(change => change.Variable).FirstOrDefault(variable => _before.Values[variable] is Symbolic.Number);

        /// <summary>Names the iterator, and gives every variable its value at that turn.</summary>
        private void Open()
        {
            var name = _index?.Name ?? (_loop.Counted is { } shape ? $"{shape.Index.Name}_turn" : "turn");
            Enclosure.Iterator = _extractor._journal.Dimension(name, DimensionKind.Iterator, Enclosure, Enclosure.Span, own => HasBegun(IntegerPolynomial.Of(own)));
            Enclosure.Turn = TurnAt(Iterator);
            Enclosure.Dealers = _dealing?.Dealers ?? [];
            foreach (var change in _plan.Changes)
            {
                _extractor._state = _extractor._state.With(change.Variable, ValueAt(change, Enclosure.Turn));
            }

            if (LoopExits.MayLock(_loop))
            {
                _extractor._state = _extractor._state with { Locks = [] };
            }
        }

        private IntegerPolynomial TurnAt(IntegerPolynomial iterator) => _direction > 0 ? iterator - _first : _first - iterator;

        private Formula HasBegun(IntegerPolynomial iterator) => Formula.AtLeast(TurnAt(iterator), IntegerPolynomial.Zero);

        /// <summary>Turns that are dealt out do not come one after the other in any thread: only what OpenMP counts is known there.</summary>
        private Symbolic ValueAt(Change change, IntegerPolynomial turn)
        {
            var (variable, growth) = (change.Variable, change.Growth);
            var isCounted = _dealing is null || variable == _index || variable == _loop.Counted?.Index || _dealing.Linear.Contains(variable);
            return (_before.Values[variable], growth) switch
            {
                (Symbolic.Address address, not null) when isCounted => address with { Offset = address.Offset + (growth * turn) },
                (Symbolic.Number or Symbolic.Choice, not null) when isCounted && variable == _index =>
                    Symbolic.Of(_direction > 0 ? _first + turn : _first - turn),
                (Symbolic.Number or Symbolic.Choice or Symbolic.Unknown, not null) when isCounted && IsInteger(variable.Type) =>
                    Symbolic.Of(_extractor.NumberOf(_before.Values[variable], variable.Type, _loop.Span, variable.Name) + (growth * turn)),
                _ => SomeValue(change),
            };
        }

        private Symbolic SomeValue(Change change) => change.StaysInObject && _before.Values[change.Variable] is Symbolic.Address address
            ? address with { Offset = IntegerPolynomial.Of(_extractor.Unknown(change.Variable.Name, DimensionKind.Free, SizeType, _loop.Span)) }
            : _extractor.Anything(change.Variable.Type.Unqualified, change.Variable.Name, DimensionKind.Free, _loop.Span);

        /// <summary>Executes the loop under the condition of a turn; the result is the condition for going on as the iterator has it.</summary>
        private Formula TestFirst()
        {
            var first = _extractor._journal.NextDimension;
            var (before, demands) = (_extractor._journal.AccessCount, _extractor._journal.RangeCount);
            var (test, isPlain) = _extractor.Tried(() => (Test(), _extractor._journal.AccessCount == before && _extractor._journal.RangeCount == demands));
            var isKnown = IsKnown(test, first);
            var here = Formula.And(_extractor._path, Enclosure.Iterator.Definition);
            _extractor._path = isPlain ? here : Formula.And(here, isKnown ? IsFirstOr(test) : NotUnderstood);
            test = _goesOn = Test();
            var tested = _extractor._journal.AccessesFrom(before).ToList();
            _extractor._path = Formula.And(here, Bounded(test, first));
            _ = _extractor.Body(_loop);
            Signal(test, first, tested, _extractor._journal.AccessesFrom(before));
            return isKnown && !_canLeave ? test : NotUnderstood;
        }

        /// <summary>A loop whose end depends on memory may wait for another thread to write there.</summary>
        private void Signal(Formula test, int first, IEnumerable<Access> tested, IEnumerable<Access> all)
        {
            var isTestAlone = !_canLeave && test.IsExact && !test.Dimensions.Any(dimension =>
                dimension.Kind == DimensionKind.Free && dimension.Number < first && dimension.Owner is not null && dimension.Owner.Position >= Enclosure.Position);
            var read = (isTestAlone ? tested : all).Where(access => access.Kind == AccessKind.Read).Select(access => access.Object).Distinct().ToImmutableArray();
            if (!read.IsEmpty)
            {
                _extractor.Signalled("loop that may wait for another thread", _loop.Span, read);
            }
        }

        /// <summary><c>do { body } while (test)</c>: a turn that is not the first one follows a test that held.</summary>
        private Formula TestLast()
        {
            var first = _extractor._journal.NextDimension;
            var test = _extractor.Tried(() =>
            {
                _ = _extractor.Body(_loop);
                return Test();
            });
            var isKnown = IsKnown(test, first);
            _extractor._path = Formula.And(_extractor._path, Enclosure.Iterator.Definition, isKnown ? IsFirstOr(Bounded(test, first)) : NotUnderstood);
            var before = _extractor._journal.AccessCount;
            _ = _extractor.Body(_loop);
            _goesOn = Test();
            if (!isKnown || _canLeave)
            {
                Signal(NotUnderstood, first, [], _extractor._journal.AccessesFrom(before));
            }

            return isKnown && !_canLeave ? test : NotUnderstood;
        }

        private Formula Test()
        {
            _extractor.RunAll(_loop.Prelude);
            var test = _loop.Condition is { } condition ? Truth(_extractor.Evaluate(condition)) : Formula.True;
            return Sharpened(test);
        }

        /// <summary>The test with what follows from it: a counter that steps by one towards <c>i != n</c> stays on its side of n.</summary>
        private Formula Sharpened(Formula test) => test switch
        {
            Formula.Comparison { Relation: Relation.NonZero } comparison when comparison.Value.CoefficientOf(Enclosure.Iterator)?.Constant is { } step && BigInteger.Abs(step).IsOne =>
                Sharpened(comparison, step.Sign * _direction > 0 ? -comparison.Value : comparison.Value),
            Formula.Comparison { Relation: not Relation.NonNegative } comparison when comparison.Value.Mentions(Enclosure.Iterator) =>
                Formula.And(comparison, new Formula.Unknown("a test that may hold again later")),
            Formula.All all => Formula.And(all.Parts.Select(Sharpened)),
            Formula.Any any => Formula.Or(any.Parts.Select(Sharpened)),
            _ => test,
        };

        /// <param name="comparison">The test that a distance is not zero.</param>
        /// <param name="distance">It falls by one in each turn.</param>
        private Formula Sharpened(Formula.Comparison comparison, IntegerPolynomial distance) => Formula.And(
            comparison,
            Formula.Or(
                Formula.Less(distance.With(Enclosure.Iterator, _first), IntegerPolynomial.Zero),
                Formula.AtLeast(distance, IntegerPolynomial.One)));

        /// <summary>Whether a test speaks of nothing but this iterator and what was known before the loop.</summary>
        private bool IsKnown(Formula test, int first) => test.IsExact && test.Dimensions.All(dimension =>
            dimension.Number < first || (dimension.Kind == DimensionKind.Defined && (dimension.Owner is null || dimension.Owner.Position < Enclosure.Position)));

        /// <summary>The test as part of a turn's domain, which is exact when the test, once false, would stay so.</summary>
        private Formula Bounded(Formula test, int first) => Formula.And(
            test,
            IsKnown(test, first) && test.Leaves.All(IsFalling) ? Formula.True : new Formula.Unknown("a test that may hold again later"),
            _canLeave ? new Formula.Unknown("a loop that can be left early") : Formula.True);

        private bool IsFalling(Formula leaf) => leaf switch
        {
            Formula.Comparison comparison when !comparison.Value.Mentions(Enclosure.Iterator) => true,
            Formula.Comparison { Relation: Relation.NonNegative } comparison =>
                comparison.Value.CoefficientOf(Enclosure.Iterator) is { } step && Signs.Of(step) is { } sign && sign * _direction <= 0,
            Formula.Comparison { Relation: Relation.NonZero } => true,
            _ => false,
        };

        private Formula IsFirstOr(Formula test) => Formula.Or(
            Formula.Equal(Iterator, _first), test.With(Enclosure.Iterator, Iterator - _direction));

        /// <summary>What is known after the loop, given the condition for going on at a turn.</summary>
        private void Close(Formula test)
        {
            var lives = _plan.Changes.Where(change => !LoopExits.Owns(_loop, change.Variable)).ToList();
            var turns = lives.Exists(change => change.Growth is not null) && test.IsExact && _dealing is null ? TurnsAtEnd(test) : null;
            _extractor._state = _before with { Locks = LoopExits.MayLock(_loop) ? [] : _before.Locks };
            foreach (var change in lives)
            {
                _extractor._state = _extractor._state.With(change.Variable, turns is null ? SomeValue(change) : ValueAt(change, turns));
            }

            if (turns is not null && _loop.IsTestFirst)
            {
                var count = _extractor._journal.AccessCount;
                _extractor.RunAll(_loop.Prelude);
                _extractor._journal.ReplaceAccesses(count, []);
            }
        }

        /// <summary>How many turns there were: the first number for which the test does not hold.</summary>
        private IntegerPolynomial TurnsAtEnd(Formula test)
        {
            var name = Enclosure.Iterator.Name + "_end";
            var isUnique = test.Leaves.All(IsFalling);
            var end = _extractor._journal.Dimension(
                name, DimensionKind.Defined, _extractor.OwnerOf(test.Dimensions.Concat(_first.Dimensions)), Enclosure.Span, own => EndsAt(test, IntegerPolynomial.Of(own), isUnique));
            var turns = TurnAt(IntegerPolynomial.Of(end));
            return _loop.IsTestFirst ? turns : turns + 1;
        }

        private Formula EndsAt(Formula test, IntegerPolynomial end, bool isUnique) => Formula.And(
            HasBegun(end),
            test.Negated().With(Enclosure.Iterator, end),
            Formula.Or(Formula.Equal(end, _first), test.With(Enclosure.Iterator, end - _direction)),
            isUnique ? Formula.True : new Formula.Unknown("a test that may hold again later"));
    }
}
