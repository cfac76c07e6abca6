namespace GenNet;

/// <summary>
/// Makes [features] of any shape, so that a dense layer can follow. The numbers stay where they are, in row-major order as PyTorch's
/// nn.Flatten leaves them, so it costs nothing.
/// </summary>
public sealed class FlattenAttribute : LayerAttribute
{
}
