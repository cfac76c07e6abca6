using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace GenNet.Generator.Graphs;

/// <summary>
/// One step of a network on values: what it reads, what it writes, how it reads to people, and what its gradients are made of. Emission has a loop nest
/// for each kind; nothing else asks which kind it is.
/// </summary>
/// <param name="layer">The number of the layer that it belongs to, from 1.</param>
internal abstract class Operation(int layer)
{
    public int Layer => layer;

    /// <summary>The values that it reads, in the order of its formula.</summary>
    public abstract ImmutableArray<Value> Reads { get; }

    /// <summary>The value that it writes.</summary>
    public abstract Value Result { get; }

    /// <summary>What it writes beside: states, and what it keeps for the way back.</summary>
    public virtual ImmutableArray<Value> AlsoWrites => [];

    /// <summary>All that it writes.</summary>
    public IEnumerable<Value> Writes => AlsoWrites.Prepend(Result);

    /// <summary>The formula, for the summary of the method that it stands in; empty where it says nothing to a reader.</summary>
    public abstract string Formula { get; }

    /// <summary>The formula as it is computed, for the comment above its code.</summary>
    public virtual string Comment => Formula;

    /// <summary>Whether its results of all blocks of a batch add up, as the gradients of parameters do.</summary>
    public virtual bool SumsOverBatch => false;

    /// <summary>Whether it draws random numbers, and so happens in training only.</summary>
    public virtual bool Draws => false;

    /// <summary>Whether it begins with what the step before has left, and replaces it: in the network of a single step.</summary>
    public virtual bool Carries => false;

    /// <summary>Whether it asks for the place of the step in its sequence: in the network of a single step.</summary>
    public virtual bool NeedsPlace => false;

    /// <summary>Whether it has no more places than the sequence has steps; else there may be any number.</summary>
    public virtual bool HasPlaces => false;

    /// <summary>Whether a gradient flows through it; that of statistics is in the adjoint of what is normalised by them.</summary>
    public virtual bool HasAdjoint => true;

    /// <summary>How often it happens for each sample: for each step of a sequence by itself, or once.</summary>
    public virtual int Steps => Result.IsOfSamples ? Result.Steps : Reads.Where(read => read.IsOfSamples).Select(read => read.Steps).DefaultIfEmpty(1).First();

    /// <summary>The multiply-adds for one sample.</summary>
    public virtual long MultiplyAdds => 0;

    /// <summary>Whether the result may stand where a value stands that it reads.</summary>
    public virtual bool MayOverwrite(Value read) => false;

    /// <summary>Whether it needs zeros behind the columns of a value that it reads: because they are summed, or written to a gradient.</summary>
    public virtual bool NeedsZeroPadding(Value read) => false;

    /// <summary>Whether its vectors run over the end of the result: what stands behind it stays as it is, but there must be something.</summary>
    public virtual bool RunsOver => false;

    /// <summary>What stands behind the columns of the result.</summary>
    public virtual PaddingOf Padding => PaddingOf.Zero;

    /// <summary>
    /// The adjoint: adds the operations that bring the gradient of the result to what it reads. An operation that no gradient flows through has none.
    /// </summary>
    public virtual void Differentiate(IAdjoints adjoints)
    {
    }
}

/// <summary>What an operation leaves behind the columns of its result.</summary>
internal enum PaddingOf
{
    /// <summary>Zeros.</summary>
    Zero,

    /// <summary>Zeros if there are zeros in all that it reads.</summary>
    Reads,

    /// <summary>Whatever the parameters have there, which are the user's.</summary>
    Anything,

    /// <summary>What was there: zeros, as long as nothing else stands in that memory.</summary>
    Untouched,
}
