using System.Collections.Generic;
using GenNet.Generator.Expressions;

namespace GenNet.Generator.Model;

/// <summary>
/// A network as it was declared, checked and complete. This is the boundary of the incremental cache: as long as two
/// models are equal nothing behind it runs again, so a model holds values only, never a symbol, a syntax node or a location.
/// </summary>
/// <param name="Type">The user's class.</param>
/// <param name="Precision">The floating-point type.</param>
/// <param name="Mode">Whether it can be trained.</param>
/// <param name="Loss">The loss, already chosen where the user left it open.</param>
/// <param name="Layers">The layers in order, blocks expanded, each with its shapes.</param>
/// <param name="Weights">The parameters that it carries in its assembly, or null.</param>
/// <param name="IsBroken">Whether the declaration has an error: then only the public surface is emitted.</param>
/// <param name="Targets">What the targets are.</param>
/// <param name="HasLengths">Whether each row says at its end how many steps it has.</param>
/// <param name="Taken">The members of the surface that the user's own are in the way of, by their number; the declaration is broken then.</param>
internal sealed record NetworkModel(
    TypeHierarchy Type, Precision Precision, NetworkMode Mode, LossFunction Loss, EquatableArray<LayerModel> Layers, EmbeddedWeights? Weights, bool IsBroken, Targets Targets = Targets.Outputs,
    bool HasLengths = false, EquatableArray<int> Taken = default)
{
    /// <summary>The members of the user's class.</summary>
    public IEnumerable<SurfaceMember> Surface() => NetworkSurface.Members(Type.Name, Precision, Mode, Weights is not null, Streams);

    /// <summary>Whether it can be given one step of a sequence at a time.</summary>
    public bool Streams => Streaming.IsPossible(Layers);

    /// <summary>The shape of a sample; one number where there is no layer, which is a mistake.</summary>
    public Shape InputShape => Layers.Count == 0 ? Shape.Of(1) : Layers[0].Input;

    /// <summary>The shape of what comes out.</summary>
    public Shape OutputShape => Layers.Count == 0 ? Shape.Of(1) : Layers[Layers.Count - 1].Output;

    /// <summary>The shape of the targets of a sample.</summary>
    public Shape TargetShape => Targets == Targets.Classes ? OutputShape.WithFeatures(1) : OutputShape;

    /// <summary>The numbers of a row: the shape's, and the length where there is one.</summary>
    public int Inputs => InputShape.Size + (HasLengths ? 1 : 0);

    public int Outputs => OutputShape.Size;
}
