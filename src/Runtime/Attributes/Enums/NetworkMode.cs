namespace GenNet;

/// <summary>What a network is for, and so which code is written for it.</summary>
#if GENNET_GENERATOR
internal
#else
public
#endif
enum NetworkMode
{
    /// <summary>Training and inference: the forward pass, the loss and the backward pass.</summary>
    Training,

    /// <summary>Inference only: the forward pass, for parameters from a file or from the assembly. The loss has no effect.</summary>
    Inference,
}
