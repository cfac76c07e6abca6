namespace GenNet;

/// <summary>What the attributes of recurrent layers have.</summary>
/// <remarks>
/// <para>They take [steps, features] and give [hidden], the state behind the last step, or with <see cref="Output"/> = <see cref="Steps.All"/> that behind each step,
/// [steps, hidden]. The state before the first step is zero. Layers that all but the last give every step stand one on the other; a
/// <see cref="DropoutAttribute">[Dropout]</see> goes between them.</para>
/// <para>The tensors are PyTorch's: <c>weight_ih_l0</c> [gates * hidden, features], <c>weight_hh_l0</c> [gates * hidden, hidden], <c>bias_ih_l0</c> and
/// <c>bias_hh_l0</c> [gates * hidden], with the gates in PyTorch's order. Weights are drawn evenly from -1 / sqrt(hidden) to 1 / sqrt(hidden) unless
/// <see cref="WeightedLayerAttribute.Init"/> says otherwise.</para>
/// </remarks>
#pragma warning disable CS3015 // Nobody outside of the library derives from it.
public abstract class RecurrentAttribute : WeightedLayerAttribute
#pragma warning restore CS3015
{
    private protected RecurrentAttribute(int hidden) => Hidden = hidden;

    /// <summary>The units.</summary>
    public int Hidden { get; }

    /// <summary>Which steps go out; the last one by default.</summary>
    public Steps Output { get; set; }
}
