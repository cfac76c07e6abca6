namespace GenNet;

/// <summary>
/// The mean of each channel of an image: [channels, rows, columns] becomes [channels]; or of each feature of a sequence over its steps: [steps, features] becomes
/// [features] (Lin, Chen and Yan, "Network In Network", 2013). A dense layer can follow.
/// </summary>
public sealed class GlobalAveragePoolAttribute : LayerAttribute
{
}
