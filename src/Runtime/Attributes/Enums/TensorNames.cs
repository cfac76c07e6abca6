namespace GenNet;

/// <summary>The number that the names of a layer's tensors begin with, unless the layer has a name of its own.</summary>
#if GENNET_GENERATOR
internal
#else
public
#endif
enum TensorNames
{
    /// <summary>The index of the layer among those with weights: <c>0.weight</c>, <c>1.weight</c>, ...</summary>
    Layers,

    /// <summary>
    /// The index that PyTorch's nn.Sequential gives the layer where each activation and each dropout is a module of its own:
    /// Linear, GELU, Linear are 0, 1, 2, so the tensors <c>0.weight</c> and <c>2.weight</c>. Identity is no module; maxout, flatten and each normalisation are one.
    /// Of a residual connection the projection and the activation are modules, the addition is none.
    /// </summary>
    Sequential,
}
